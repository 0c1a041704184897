import { eraseAuditDetails, recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { holdEntry } from '#app/db/portfolio-writing.server.ts'
import { eraseEntry, findErasable, type KeptEntry, listKept, listPossiblyDue } from '#app/db/retention.server.ts'
import { keysWithoutFile } from '#app/db/stored-files.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import {
  addYears,
  DAYS_KEPT_AFTER_REMOVAL,
  erasedFrom,
  HOURS_KEPT_WITHOUT_RECORD,
  YEARS_KEPT,
} from '#app/domain/portfolio/retention.ts'
import { DAY_MS, HOUR_MS } from '#app/domain/time.ts'
import { removeStoredFile, storedKeys } from '#app/integrations/storage.server.ts'

const AT_ONCE = 200

/** Erases whatever has been kept for its term, each entry in a transaction of its own. @returns how many. */
export async function eraseDue(now: Date): Promise<number> {
  const today = todayIn('UTC', now)
  const search = {
    occurredBefore: addYears(today, -Math.min(...Object.values(YEARS_KEPT))),
    removedBefore: new Date(now.getTime() - (DAYS_KEPT_AFTER_REMOVAL - 1) * DAY_MS),
    limit: AT_ONCE,
  }
  const isDue = (entry: KeptEntry) => erasedFrom(entry) <= today
  let erased = 0
  let found = await listPossiblyDue({ ...search, after: null })
  while (found.length > 0) {
    for (const { id } of found.filter(isDue)) if (await eraseOne(id, { actor: null, isWanted: isDue, now })) erased += 1
    found = await listPossiblyDue({ ...search, after: found.at(-1)?.id ?? null })
  }
  return erased
}

/** What a person can have erased: what they took out already, or all of it. */
export const ERASURES = ['taken-out', 'everything'] as const
export type Erasure = (typeof ERASURES)[number]

/**
 * Erases what the actor keeps in the portfolio, because they ask for it.
 * @returns how many entries; or why not: an application is under way, which rests on them.
 */
export async function eraseOnRequest(
  actor: Actor,
  erasure: Erasure,
  now: Date,
): Promise<{ erased: number } | { refused: string }> {
  const kept = await listKept(actor.id)
  if (kept.some(({ isHeld }) => isHeld)) return { refused: HELD }
  const isWanted = ({ removedOn }: KeptEntry) => erasure === 'everything' || removedOn !== null
  let erased = 0
  for (const { id } of kept.filter(isWanted)) if (await eraseOne(id, { actor, isWanted, now })) erased += 1
  return { erased }
}

const HELD =
  'You have an application under way, which rests on what you keep. Withdraw it first, or wait for its decision.'

type Erasing = { actor: Actor | null; isWanted: (entry: KeptEntry) => boolean; now: Date }

/** The record first, the file after the commit: one that is left behind in between is nobody's, and is swept away. */
async function eraseOne(id: string, { actor, isWanted, now }: Erasing): Promise<boolean> {
  const keys = await transact(async (tx) => {
    await holdEntry(tx, id)
    const entry = await findErasable(tx, id)
    if (!entry || !isWanted(entry)) return null
    const erased = await eraseEntry(tx, id, now)
    const object = { kind: 'portfolio-entry', id }
    await eraseAuditDetails(tx, object)
    const details = { kind: entry.kind, files: erased.length, because: actor ? 'request' : 'retention' }
    await recordAudit(tx, { actor, action: 'portfolio-entry.erased', object, details, at: now })
    return erased
  })
  for (const key of keys ?? []) await removeStoredFile(key)
  return keys !== null
}

/** Removes files from the store that no record has: of an upload that a crash broke off, or of what was erased. @returns how many. */
export async function sweepFiles(now: Date): Promise<number> {
  const keys = await storedKeys({ before: new Date(now.getTime() - HOURS_KEPT_WITHOUT_RECORD * HOUR_MS) })
  const orphans = await keysWithoutFile(keys)
  for (const key of orphans) await removeStoredFile(key)
  return orphans.length
}
