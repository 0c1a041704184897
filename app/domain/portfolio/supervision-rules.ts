import { MINUTE_MS } from '../time.ts'
import { instantAt, localTimeAt } from '../wall-clock.ts'
import { todayIn, whyNotYet } from './days.ts'
import type { SupervisionBody } from './entry.ts'
import { type EntryFaults, faultsOf } from './faults.ts'

const MAX_MINUTES = 480
const MIN_MINUTES = 10
const MAX_SUPERVISEES = 20

type Timed = Pick<SupervisionBody, 'on' | 'startsAt' | 'timeZone' | 'minutes'>

const localTime = ({ on, startsAt }: Timed) => `${on}T${startsAt}`

/** When a session began and when it was over, as milliseconds: what clocks showed meanwhile is another matter. */
function instantsOf(session: Timed): { startsAt: number; endsAt: number } {
  const startsAt = instantAt(localTime(session), session.timeZone).getTime()
  return { startsAt, endsAt: startsAt + session.minutes * MINUTE_MS }
}

/** Whether two sessions shared a moment, wherever each was held. One that begins when the other ends does not. */
export function isOverlapping(one: Timed, other: Timed): boolean {
  const [a, b] = [instantsOf(one), instantsOf(other)]
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

export type SupervisionContext = {
  now: Date
  /** The other sessions of the same person. */
  others: readonly SupervisionBody[]
  /** Ids of the person's own cases. */
  caseIds: ReadonlySet<string>
  /** Ids of all who were ever approved as supervisors, without the person. */
  supervisorIds: ReadonlySet<string>
  written: (session: SupervisionBody) => string
}

/**
 * What stands against a session of supervision. That its supervisor was not approved on the day is not among it: such a
 * session was held all the same, and counts for nothing.
 */
export function supervisionFaults(body: SupervisionBody, context: SupervisionContext): EntryFaults {
  const { mode, supervisees, minutes, caseIds, supervisorId } = body
  const group = mode === 'group'
  return faultsOf([
    ...timeFaults(body, context),
    ['minutes', minutes > MAX_MINUTES && tooLong(minutes)],
    ['minutes', minutes < MIN_MINUTES && `A session has ${MIN_MINUTES} minutes at least.`],
    ['supervisees', group && supervisees < 2 && 'A group has two supervisees or more, you among them.'],
    ['supervisees', supervisees > MAX_SUPERVISEES && `A group has ${MAX_SUPERVISEES} supervisees at most.`],
    ['caseIds', caseIds.some((id) => !context.caseIds.has(id)) && 'One of these is not a case of yours.'],
    ['supervisorId', !context.supervisorIds.has(supervisorId) && 'Choose one of the approved supervisors.'],
  ])
}

function timeFaults(body: SupervisionBody, { now, others, written }: SupervisionContext): [string, string | false][] {
  const { on, timeZone, startsAt } = body
  const notYet = whyNotYet(on, todayIn(timeZone, now))
  const meets = others.find((other) => isOverlapping(body, other))
  const { startsAt: began, endsAt } = instantsOf(body)
  const isSkipped = localTimeAt(new Date(began), timeZone) !== localTime(body)
  return [
    ['on', notYet ?? false],
    ['startsAt', isSkipped && `Clocks went forward that night: there was no ${startsAt}.`],
    ['startsAt', !notYet && endsAt > now.getTime() && 'This session is not over yet. Enter it when it is.'],
    ['startsAt', meets !== undefined && `This overlaps with the session of ${written(meets)}.`],
  ]
}

const tooLong = (minutes: number) =>
  `${minutes} minutes are ${Math.round(minutes / 6) / 10} hours: more than one session, which has 8 hours at most. Enter each by itself.`
