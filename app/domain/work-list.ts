import { daysWaiting } from './certificate.ts'
import { DAY_MS } from './time.ts'
import { inNumber } from './wording.ts'

/** What can wait for accreditation staff, in the order in which it is shown. */
export const WORK_KINDS = [
  'concerns',
  'certificates',
  'statuses',
  'releases',
  'corrections',
  'applications',
  'renewals',
  'application-appeals',
  'mark-appeals',
  'trainings',
  'with-assessor',
  'with-applicant',
  'suspensions-ending',
  'supervisors-ending',
  'providers-ending',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** Whom it waits for; absent for what ends by itself. */
export type WaitsFor = 'you' | 'an assessor' | 'the applicant'

export type WorkWords = { label: string; waitsFor?: WaitsFor }

export const workWords: Record<WorkKind, WorkWords> = {
  concerns: { label: 'Patient-safety concerns', waitsFor: 'you' },
  certificates: { label: 'Course certificates to issue', waitsFor: 'you' },
  statuses: { label: 'Statuses to issue', waitsFor: 'you' },
  releases: { label: 'Prepared by somebody else, to be released', waitsFor: 'you' },
  corrections: { label: 'Corrections asked for', waitsFor: 'you' },
  applications: { label: 'Applications to decide', waitsFor: 'you' },
  renewals: { label: 'Renewals to decide', waitsFor: 'you' },
  'application-appeals': { label: 'Appeals against a refusal', waitsFor: 'you' },
  'mark-appeals': { label: 'Appeals against marks', waitsFor: 'you' },
  trainings: { label: 'Trainings to check', waitsFor: 'you' },
  'with-assessor': { label: 'Applications with an assessor', waitsFor: 'an assessor' },
  'with-applicant': { label: 'Applications of which more was asked', waitsFor: 'the applicant' },
  'suspensions-ending': { label: 'Suspensions that end within two weeks' },
  'supervisors-ending': { label: 'Approvals of supervisors that end within two months' },
  'providers-ending': { label: 'Approvals of providers that end within two months' },
}

/** So long ahead staff are shown what ends by itself. */
export const SUSPENSION_ENDING_MS = 14 * DAY_MS
export const APPROVAL_ENDING_DAYS = 60

/** How long the oldest has waited, or when the next one ends. */
export function waitWords(kind: WorkKind, oldest: Date, now: Date): string {
  if (workWords[kind].waitsFor) {
    const waited = daysWaiting(oldest, now)
    return waited === 0 ? 'since today' : inNumber(waited, { one: 'for 1 day', other: 'for {n} days' })
  }
  const left = Math.ceil((oldest.getTime() - now.getTime()) / DAY_MS)
  return left <= 0 ? 'today' : inNumber(left, { one: 'in 1 day', other: 'in {n} days' })
}
