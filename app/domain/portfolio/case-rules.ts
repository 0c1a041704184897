import { inList } from '../listing.ts'
import { inNumber } from '../wording.ts'
import { whyNotYet } from './days.ts'
import type { CaseBody, CaseSession, Day } from './entry.ts'
import { type EntryFaults, faultsOf } from './faults.ts'

/** Longer is not one session. */
const MAX_SESSION_MINUTES = 300
const MIN_SESSION_MINUTES = 5

type Written = (day: Day) => string

/**
 * What stands against a treatment as it is written down.
 * @param today where its writer lives.
 * @param written how a day is said in a sentence.
 */
export function caseFaults(body: CaseBody, today: Day, written: Written): EntryFaults {
  const { modality, ageBand, diagnosedBy, startedOn, endedOn, isEndedEarly, sessions } = body
  const before = sessions.filter(({ on }) => on < startedOn)
  const after = sessions.filter(({ on }) => endedOn !== null && on > endedOn)
  return faultsOf([
    ['ageBand', modality === 'individual' && ageBand === 'mixed' && 'One person has one age band.'],
    ['diagnosedBy', diagnosedBy === 'counsellor' && 'A counsellor may not diagnose. Choose who did.'],
    ['startedOn', whyNotYet(startedOn, today)],
    ['startedOn', before.length > 0 && outside(before, written, 'before')],
    ['endedOn', endedOn !== null && endedOn < startedOn && 'A case cannot end before it began.'],
    ['endedOn', endedOn !== null && whyNotYet(endedOn, today)],
    ['endedOn', endedOn === null && isEndedEarly && 'Choose the day on which it ended.'],
    ['endedOn', after.length > 0 && outside(after, written, 'after')],
  ])
}

function outside(sessions: readonly CaseSession[], written: Written, where: 'before' | 'after'): string {
  const day = sessions[0] ? written(sessions[0].on) : ''
  return inNumber(
    sessions.length,
    where === 'before'
      ? {
          one: 'The session of {day} lies before this day. Take it out first, or choose another day.',
          other: '{n} of its sessions lie before this day. Take them out first, or choose another day.',
        }
      : {
          one: 'The session of {day} lies after this day. Take it out first, or choose another day.',
          other: '{n} of its sessions lie after this day. Take them out first, or choose another day.',
        },
    { day },
  )
}

/**
 * What stands against sessions that are added to a treatment: by `days` which of them cannot be, by `minutes` how long.
 * A treatment has one session a day at most.
 */
export function addedSessionFaults(
  body: CaseBody,
  added: readonly CaseSession[],
  today: Day,
  written: Written,
): EntryFaults {
  const had = new Set(body.sessions.map(({ on }) => on))
  const list = (days: readonly CaseSession[]) => inList(days.map(({ on }) => written(on)))
  const [again, before] = [added.filter(({ on }) => had.has(on)), added.filter(({ on }) => on < body.startedOn)]
  const after = added.filter(({ on }) => body.endedOn !== null && on > body.endedOn)
  const ahead = added.filter(({ on }) => on > today)
  return faultsOf([
    ['days', added.length === 0 && 'No day is left: all of them were left out.'],
    ['days', ahead.length > 0 && `This lies ahead: ${list(ahead)}. Enter a session when it is over.`],
    ['days', again.length > 0 && `There is a session already on ${list(again)}.`],
    ['days', before.length > 0 && `The case began on ${written(body.startedOn)}, after ${list(before)}.`],
    ['days', after.length > 0 && body.endedOn && `The case ended on ${written(body.endedOn)}, before ${list(after)}.`],
    ['minutes', added.some(({ minutes }) => minutes > MAX_SESSION_MINUTES) && 'One session has 300 minutes at most.'],
    ['minutes', added.some(({ minutes }) => minutes < MIN_SESSION_MINUTES) && 'One session has 5 minutes at least.'],
  ])
}

/** The treatment with these sessions as well, in the order of their days. */
export const withSessions = (body: CaseBody, added: readonly CaseSession[]): CaseBody => ({
  ...body,
  sessions: [...body.sessions, ...added].sort((a, b) => (a.on < b.on ? -1 : 1)),
})

/** The treatment without the sessions of these days. */
export const withoutSessions = (body: CaseBody, days: readonly Day[]): CaseBody => ({
  ...body,
  sessions: body.sessions.filter(({ on }) => !days.includes(on)),
})
