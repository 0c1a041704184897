import { type ClipRating, readBesideClip } from '#app/db/clips.server.ts'
import { findOwnEntry, listEntries, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import { listSupervisorChoices } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { recordingState } from '#app/domain/portfolio/clip-rules.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { inNumber } from '#app/domain/wording.ts'
import { codesOf, type EntryOf, entryIn, ofKind } from './entries-of-kind.ts'
import { writtenDay } from './written-day.ts'

type Viewer = Pick<Actor, 'id' | 'timeZone'>

/** The actor's clips, the latest session first, with what waits to be destroyed. */
export async function viewClips(actor: Viewer, now: Date) {
  const entries = await listEntries(actor.id)
  const clips = ofKind(entries, 'clip').map((clip) => shownClip(clip, entries, todayIn(actor.timeZone, now)))
  const count = (state: string) => clips.filter(({ recording }) => recording === state).length
  return { clips, overdue: count('overdue'), dueSoon: count('due-soon'), hasCases: ofKind(entries, 'case').length > 0 }
}

/** One clip with its ratings and what its form offers. @throws 404 for one that is not the actor's. */
export async function viewClip(actor: Viewer, id: string, now: Date) {
  const [entries, { supervisors, ratings }] = await Promise.all([listEntries(actor.id), readBesideClip(actor.id, id)])
  const clip = entryIn(entries, 'clip', id)
  const today = todayIn(actor.timeZone, now)
  const supervisor = supervisors.find((one) => one.id === clip.body.supervisorId)?.name ?? 'Somebody who has left'
  return { clip: shownClip(clip, entries, today), supervisor, ratings, offer: offerOf(entries, supervisors), today }
}

/** What the form of a new clip offers. */
export async function viewNewClip(actor: Viewer, now: Date) {
  const [entries, supervisors] = await Promise.all([listEntries(actor.id), listSupervisorChoices(actor.id)])
  return { offer: offerOf(entries, supervisors), today: todayIn(actor.timeZone, now) }
}

/** @throws 404 for a clip that is not the actor's. */
export async function ownClip(actor: Pick<Actor, 'id'>, id: string): Promise<EntryOf<'clip'>> {
  const entry = await findOwnEntry(actor.id, id)
  return entryIn(entry ? [entry] : [], 'clip', id)
}

function shownClip(
  { id, version, caseId, body, ratedOn }: EntryOf<'clip'>,
  entries: readonly PortfolioEntry[],
  today: string,
) {
  const code = (caseId && codesOf(entries).get(caseId)) || 'A case that was taken out'
  return { id, version, caseId, code, body, ratedOn, recording: recordingState(body, today) }
}

const offerOf = (entries: readonly PortfolioEntry[], supervisors: readonly { id: string; name: string }[]) => ({
  cases: ofKind(entries, 'case').map(({ id, code, body }) => ({
    value: id,
    label: `${code}: ${sessionsOf(body.sessions)}`,
  })),
  supervisors: supervisors.map(({ id, name }) => ({ value: id, label: name })),
})

function sessionsOf(sessions: readonly { on: string }[]): string {
  const last = sessions.at(-1)
  if (!last) return 'no sessions yet'
  return inNumber(
    sessions.length,
    { one: '1 session, the last on {day}', other: '{n} sessions, the last on {day}' },
    { day: writtenDay(last.on) },
  )
}

export type ShownClip = ReturnType<typeof shownClip>
export type ClipOffer = ReturnType<typeof offerOf>
export type ShownRating = ClipRating
