import { inChoice } from './listing.ts'
import { utcDay } from './portfolio/days.ts'
import type { Day } from './portfolio/entry.ts'
import { writtenForAll } from './region.ts'
import { DAY_MS } from './time.ts'
import { inNumber } from './wording.ts'

/** Who gives the certificate, as printed on it. */
export const ISSUER = 'Stance'
/** Where every course is taken so far. */
const PLACE = 'Online'

/** A professional body that recognises a course, from a day to a day, both included, and the sentence in which it wants that said. */
export type CourseApproval = { body: string; statement: string; from: Day; until: Day }

/** What a certificate says of a person and a course, copied when it is issued and never edited. */
export type CertificateText = {
  holderName: string
  courseTitle: string
  courseFormat: string
  cpdHours: number
  startedAt: Date
  completedAt: Date
  /** Of the version of the course that was studied; absent where it claims none. */
  approvals?: readonly CourseApproval[] | null
}

export type Certificate = CertificateText & { number: string; issuedAt: Date }

export type Fact = { term: string; value: string }

/** What professional bodies ask a CPD certificate to state besides learner, title and number, in the order of reading. */
export const cpdFacts = (certificate: CertificateText): Fact[] => [
  { term: 'Provider', value: ISSUER },
  { term: 'Format', value: certificate.courseFormat },
  { term: 'Place', value: PLACE },
  { term: 'Started', value: certificateDay(certificate.startedAt) },
  { term: 'Completed', value: certificateDay(certificate.completedAt) },
  { term: 'CPD hours claimed', value: hours(certificate.cpdHours) },
]

/**
 * What boards have said of the course, each only while its approval was held: on the day of completion, in UTC as it is printed. That day
 * and not the day of issue, which is the staff's and says nothing of what was studied.
 */
export const boardStatements = ({ approvals, completedAt }: CertificateText): string[] => {
  const day = utcDay(completedAt)
  return (approvals ?? []).flatMap(({ from, until, statement }) => (from <= day && day <= until ? statement : []))
}

/** The day as a certificate prints it, the same for every reader: in UTC. */
export const certificateDay = (instant: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(instant)

const hours = (count: number) => writtenForAll(() => inNumber(count, { one: '1 hour', other: '{n} hours' }))

/** Whole days that somebody has waited. */
export const daysWaiting = (since: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS))

/** Somebody who has completed a course. */
export type Candidate = {
  holderId: string
  /** The number of the certificate that was issued for this course already. */
  issuedNumber: string | null
  /** Letters of the certificate that no font here has. */
  unsettable: readonly string[]
}

export type IssueDecision = { canIssue: true } | { canIssue: false; because: string }

/** Whether this officer may issue a certificate to this candidate, or why not. */
export function decideIssue(candidate: Candidate, officerId: string): IssueDecision {
  const refuse = (because: string): IssueDecision => ({ canIssue: false, because })
  if (candidate.issuedNumber) return refuse(`Issued already, with the number ${candidate.issuedNumber}.`)
  if (candidate.holderId === officerId) return refuse('Your own: another officer has to issue it.')
  if (candidate.unsettable.length > 0) return refuse(unsettableReason(candidate.unsettable))
  return { canIssue: true }
}

/** Why it cannot be printed. */
export const unsettableReason = (letters: readonly string[]) =>
  `None of our fonts has ${inChoice(letters.map((letter) => `“${letter}”`))}. Ask the person how else they write their name; they can change it in their settings.`
