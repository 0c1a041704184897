import { rubricVersion } from '#app/content/catalogue.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { findRateable, insertSelfRating } from '#app/db/self-ratings.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { readSelfRating } from '#app/domain/self-rating.ts'

/**
 * Keeps the actor's rating of their own answer, on the rubric that it is marked on. The first one stands, however often one is
 * sent. It can be given from the moment of handing in, and the marks are shown only once it is there.
 * @returns null, or the faults by their fields.
 * @throws 404 for an attempt that is not the actor's, is not handed in, was withdrawn, or is not marked on a rubric.
 */
export async function rateOwnAnswer(
  actor: Actor,
  at: { slug: string; number: number },
  fields: Readonly<Record<string, string>>,
  now: Date,
): Promise<{ faults: Record<string, string> } | null> {
  const attempt = await findRateable(actor.id, at)
  if (!attempt?.rubricVersionId || !RATEABLE.includes(attempt.state))
    throw new Response('There is no such attempt of yours.', { status: 404 })
  if (attempt.isRated) return null
  const { criteria } = await rubricVersion(attempt.rubricVersionId)
  const read = readSelfRating(criteria, fields)
  if ('faults' in read) return read
  const { id } = attempt
  await transact(async (tx) => {
    if (!(await insertSelfRating(tx, { attemptId: id, rating: read.rating, now }))) return
    await recordAudit(tx, { actor, action: 'attempt.self-rated', object: { kind: 'attempt', id }, at: now })
  })
  return null
}

const RATEABLE = ['submitted', 'released']
