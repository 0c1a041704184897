import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import { inList } from '#app/domain/listing.ts'
import type { Actor } from '#app/domain/people.ts'
import { addedSessionFaults, caseFaults, withoutSessions, withSessions } from '#app/domain/portfolio/case-rules.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { CaseBody, Day } from '#app/domain/portfolio/entry.ts'
import type { EntryFaults } from '#app/domain/portfolio/faults.ts'
import { sessionDays } from '#app/domain/portfolio/session-days.ts'
import { clipsWords } from '#app/domain/portfolio/words.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { FormFault } from '#app/http/form.server.ts'
import type { SentCase, SentSessions } from './case-form.server.ts'
import { faultsBeside, type Sent } from './entry-fields.server.ts'
import { correctEntry, keepEntry, takeEntryOut } from './keep-entry.server.ts'
import { ownEntry } from './own-entry.server.ts'
import { writtenDay } from './written-day.ts'

type Corrected = { version: number } | { fault: FormFault }

const nothingAgainst = () => ({})

/** Keeps a new treatment of one's own, as yet without sessions. The platform gives it its code. */
export async function keepCase(
  actor: Actor,
  { value, typed }: Sent<SentCase>,
  now: Date,
): Promise<{ id: string } | { fault: FormFault }> {
  const { seenVersion: _, ...said } = value
  const body = { ...said, sessions: [] }
  const check = () => caseFaults(body, todayIn(actor.timeZone, now), writtenDay)
  const kept = await keepEntry(actor, { kind: 'case', body }, check, now)
  return 'faults' in kept ? { fault: faultsBeside(kept.faults, typed) } : kept
}

/** Corrects what is said of a treatment; its sessions stay. @throws 404 for a case that is not the actor's. */
export async function correctCase(
  actor: Actor,
  id: string,
  { value, typed }: Sent<SentCase>,
  now: Date,
): Promise<Corrected> {
  const { seenVersion, ...said } = value
  const { body: kept } = await ownEntry(actor, 'case', id)
  const body = { ...said, sessions: kept.sessions }
  const faults = caseFaults(body, todayIn(actor.timeZone, now), writtenDay)
  return correct(actor, { id, seenVersion, body, faults, typed }, now)
}

/** Adds one session or many to a treatment. @throws 404 for a case that is not the actor's. */
export async function addSessions(
  actor: Actor,
  id: string,
  { value, typed }: Sent<SentSessions>,
  now: Date,
): Promise<Corrected & { added?: number }> {
  const { seenVersion, minutes } = value
  const { body: kept } = await ownEntry(actor, 'case', id)
  const entered = sessionDays(value)
  if ('faults' in entered) return { fault: faultsBeside(entered.faults, typed) }
  const added = entered.days.map((on) => ({ on, minutes }))
  const { days, ...faults } = addedSessionFaults(kept, added, todayIn(actor.timeZone, now), writtenDay)
  // What is wrong with the days stands beside the first of them.
  if (days) faults.on = days
  const body = withSessions(kept, added)
  return { ...(await correct(actor, { id, seenVersion, body, faults, typed }, now)), added: added.length }
}

/** Takes sessions out of a treatment again. @throws 404 for a case that is not the actor's. */
export async function takeSessionsOut(
  actor: Actor,
  id: string,
  { value, typed }: Sent<{ session: readonly Day[]; seenVersion: number }>,
  now: Date,
): Promise<Corrected> {
  const { body: kept } = await ownEntry(actor, 'case', id)
  const faults: EntryFaults = value.session.length === 0 ? { session: 'Tick the sessions that should go.' } : {}
  const body = withoutSessions(kept, value.session)
  return correct(actor, { id, seenVersion: value.seenVersion, body, faults, typed }, now)
}

/** Takes a treatment out of the portfolio, unless something rests on it. @throws 404 for a case that is not the actor's. */
export async function takeCaseOut(actor: Actor, id: string, now: Date): Promise<{ refused: string } | null> {
  await ownEntry(actor, 'case', id)
  const result = await takeEntryOut(actor, id, (others) => restingOn(id, others), now)
  return result && { refused: Object.values(result.faults)[0] ?? '' }
}

type Correction = {
  id: string
  seenVersion: number
  body: CaseBody
  faults: EntryFaults
  typed: FormFault['values']
}

async function correct(actor: Actor, { id, seenVersion, body, faults, typed }: Correction, now: Date) {
  if (Object.keys(faults).length > 0) return { fault: faultsBeside(faults, typed) }
  const corrected = await correctEntry(actor, { id, seenVersion }, { kind: 'case', body }, nothingAgainst, now)
  return 'faults' in corrected ? { fault: faultsBeside(corrected.faults, typed) } : corrected
}

/** What would be about nothing without the case. */
function restingOn(id: string, others: readonly PortfolioEntry[]): EntryFaults {
  const supervised = others.filter((other) => other.kind === 'supervision' && other.body.caseIds.includes(id)).length
  const clips = others.filter(({ caseId }) => caseId === id).length
  const reflections = others.filter((other) => other.kind === 'reflection' && other.body.caseId === id).length
  const resting = [
    supervised > 0 && inNumber(supervised, { one: '1 session of supervision', other: '{n} sessions of supervision' }),
    clips > 0 && clipsWords(clips),
    reflections > 0 && inNumber(reflections, { one: '1 reflection', other: '{n} reflections' }),
  ].filter((words) => words !== false)
  if (resting.length === 0) return {}
  return { '': `This case stands in ${inList(resting)}. Correct or take those out first.` }
}
