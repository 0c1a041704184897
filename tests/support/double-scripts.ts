import { createAllocation } from '#app/db/allocations.server.ts'
import { db } from '#app/db/client.server.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { now } from './accounts.ts'
import { createScript, type PublishedVignette, passingMark } from './scripts.ts'

export type DoubleScript = { attemptId: string; codes: [first: string, second: string] }

/** An answer that two people have begun to mark, the first of them by its first code. */
export async function createDoubleScript(
  of: PublishedVignette,
  trainee: Actor,
  [first, second]: readonly [Actor, Actor],
): Promise<DoubleScript> {
  const { attemptId, code } = await createScript(of, trainee)
  const { code: secondCode } = await createAllocation(db(), { attemptId, vignetteId: of.id, purpose: 'second' })
  await db().attempt.update({ where: { id: attemptId }, data: { doubleMarking: 'all' } })
  await claimScript(first, code, now)
  await claimScript(second, secondCode, now)
  return { attemptId, codes: [code, secondCode] }
}

type Levels = { global?: number; notKnowing?: number | 'not-rateable'; patience?: number; error?: string }

/** A mark on the rubric of `createVignette`, with every comment that it owes. */
export const markOf = ({ global = 5, notKnowing = 5, patience = 4, error }: Levels = {}): MarkFields => ({
  ...passingMark,
  'level.not-knowing': String(notKnowing),
  'level.patience': String(patience),
  'comment.patience': 'You answer at once.',
  global: String(global),
  ...(error ? { 'error.certainty': 'on', 'words.certainty': error } : {}),
})
