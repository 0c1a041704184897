import { inNumber } from '../wording.ts'
import { addDays, daysBetween, whyNotYet } from './days.ts'
import type { CaseBody, ClipBody, Day } from './entry.ts'
import { type EntryFaults, faultsOf } from './faults.ts'

/** A section that is reviewed; a pathway may ask for longer ones. */
const MIN_MINUTES = 3
const MAX_MINUTES = 120

/** [P] No recording is kept longer than this after the session: whoever needs it longer asks the patient again. */
const MAX_KEPT_DAYS = 730

type Written = (day: Day) => string

/** A clip that its owner keeps already. */
type OtherClip = { caseId: string | null; sessionNumber: number }

type ClipSetting = {
  today: Day
  /** The case that it shows; absent where the writer has no such case. */
  treatment: { id: string; body: CaseBody } | undefined
  others: readonly OtherClip[]
  /** How a day is said in a sentence. */
  written: Written
}

/**
 * What stands against a clip: its session has to be one of its case, each session of a case gives one clip, and its recording has to
 * be destroyed one day.
 */
export function clipFaults(body: ClipBody, { today, treatment, others, written }: ClipSetting): EntryFaults {
  const { heldOn, sessionNumber, minutes, destroyBy, destroyedOn } = body
  const lastDay = addDays(heldOn, MAX_KEPT_DAYS)
  return faultsOf([
    ['caseId', !treatment && 'Choose one of your cases.'],
    ['sessionNumber', treatment ? whyNoSuchSession(body, treatment.body, written) : null],
    ['sessionNumber', treatment ? whyTaken(sessionNumber, treatment.id, others) : null],
    ['heldOn', whyNotYet(heldOn, today)],
    [
      'minutes',
      (minutes < MIN_MINUTES || minutes > MAX_MINUTES) && `Between ${MIN_MINUTES} and ${MAX_MINUTES} minutes.`,
    ],
    ['isConsentAttested', !body.isConsentAttested && 'Without the patient’s written consent it cannot be used.'],
    ['destroyBy', destroyBy < heldOn && 'A recording cannot be destroyed before its session.'],
    ['destroyBy', destroyBy > lastDay && `Two years after the session is the latest: ${written(lastDay)}.`],
    ['destroyedOn', destroyedOn !== null && destroyedOn < heldOn && 'This lies before the session.'],
    ['destroyedOn', destroyedOn !== null && whyNotYet(destroyedOn, today)],
  ])
}

/** Sessions are counted in the order of their days, from 1. */
function whyNoSuchSession({ sessionNumber, heldOn }: ClipBody, { sessions }: CaseBody, written: Written) {
  const session = sessions[sessionNumber - 1]
  if (sessions.length === 0) return 'This case has no sessions yet. Enter them first.'
  if (!session)
    return inNumber(sessions.length, {
      one: 'This case has one session so far.',
      other: 'This case has {n} sessions so far.',
    })
  return session.on === heldOn ? null : `Session ${sessionNumber} of this case was on ${written(session.on)}.`
}

const whyTaken = (sessionNumber: number, caseId: string, others: readonly OtherClip[]) =>
  others.some((other) => other.caseId === caseId && other.sessionNumber === sessionNumber) &&
  'There is a clip of this session already. Each clip of a case shows another session.'

export type RecordingState = 'kept' | 'due-soon' | 'overdue' | 'destroyed'

/** How long before the day a reminder goes out. [P] */
export const REMIND_DAYS_BEFORE = 14

/** How a recording stands on a day; the day by which it is destroyed is the last on which it may still be there. */
export function recordingState(
  { destroyBy, destroyedOn }: Pick<ClipBody, 'destroyBy' | 'destroyedOn'>,
  today: Day,
): RecordingState {
  if (destroyedOn) return 'destroyed'
  if (destroyBy < today) return 'overdue'
  return daysBetween(today, destroyBy) <= REMIND_DAYS_BEFORE ? 'due-soon' : 'kept'
}
