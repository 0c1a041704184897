import { db } from '#app/db/client.server.ts'
import { findDraft } from '#app/db/drafts.server.ts'
import { listEntries } from '#app/db/portfolio.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { codesOf, type EntryOf, entryIn, ofKind } from './entries-of-kind.ts'
import { draftKey } from './keep-reflection.server.ts'
import { reflectionIn } from './read-reflection.server.ts'
import { blankReflection, draftOfReflection, type ReflectionDraft } from './reflection-draft.ts'

export type ReflectionView = EntryOf<'reflection'> & { caseCode: string | null }

/** Every reflection of the actor, the latest first, and whether a new one is under way. */
export async function viewReflections(
  actor: Pick<Actor, 'id'>,
): Promise<{ reflections: ReflectionView[]; underWaySince: string | null }> {
  const [entries, draft] = await Promise.all([listEntries(actor.id), findDraft(db(), draftKey(actor.id, null))])
  const codes = codesOf(entries)
  return {
    reflections: ofKind(entries, 'reflection').map((entry) => withCode(entry, codes)),
    underWaySince: draft?.savedAt ?? null,
  }
}

/** One reflection to be read. @throws 404 where it is not the actor's. */
export async function viewReflection(actor: Pick<Actor, 'id'>, id: string): Promise<ReflectionView> {
  const entries = await listEntries(actor.id)
  return withCode(entryIn(entries, 'reflection', id), codesOf(entries))
}

export type ReflectionPage = {
  /** What stands in the draft's address. */
  subject: string
  seenVersion: number
  title: string | null
  draft: SavedDraft<ReflectionDraft> | null
  initial: ReflectionDraft
  cases: { value: string; label: string }[]
}

/** What a new draft goes by in its address. */
export const NEW = 'new'

/** The page on which a reflection is written or corrected. @throws 404 where it is not the actor's. */
export async function viewReflectionPage(
  actor: Pick<Actor, 'id' | 'timeZone'>,
  id: string | null,
  now: Date,
): Promise<ReflectionPage> {
  const [entries, saved] = await Promise.all([listEntries(actor.id), findDraft(db(), draftKey(actor.id, id))])
  const entry = id === null ? null : entryIn(entries, 'reflection', id)
  return {
    subject: id ?? NEW,
    seenVersion: entry?.version ?? 0,
    title: entry?.body.title ?? null,
    draft: reflectionIn(saved),
    initial: entry ? draftOfReflection(entry.body) : blankReflection(todayIn(actor.timeZone, now)),
    cases: ofKind(entries, 'case').map(({ id: value, code }) => ({ value, label: code ?? '' })),
  }
}

const withCode = (entry: EntryOf<'reflection'>, codes: ReadonlyMap<string, string>): ReflectionView => ({
  ...entry,
  caseCode: entry.body.caseId && (codes.get(entry.body.caseId) ?? null),
})
