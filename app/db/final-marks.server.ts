import type { FinalMarkKind } from '#app/domain/marking.ts'
import type { Db } from './client.server.ts'
import type { LockedMark } from './marks.server.ts'

type NewFinalMark = {
  attemptId: string
  kind: FinalMarkKind
  mark: LockedMark
  rubricVersionId: string
  /** The marks that it rests on. */
  markIds: string[]
  /** Sentences for whoever asks later why it is what it is. */
  because: string[]
  /** Null when the rule decided by itself. */
  decidedById: string | null
  now: Date
}

/**
 * Gives an attempt its final mark. An earlier one stays as it is and is no longer in force. The caller holds the attempt.
 * @returns its id.
 */
export async function insertFinalMark(tx: Db, { mark, now, ...row }: NewFinalMark): Promise<string> {
  const { attemptId } = row
  const number = (await tx.finalMark.count({ where: { attemptId } })) + 1
  const { globalLevel, comment, hasPassed, ratings, criticalErrors } = mark
  const { id } = await tx.finalMark.create({
    data: { ...row, number, globalLevel, comment, hasPassed, ratings, criticalErrors, decidedAt: now },
    select: { id: true },
  })
  await tx.attempt.update({ where: { id: attemptId }, data: { hasPassed }, select: { id: true } })
  return id
}
