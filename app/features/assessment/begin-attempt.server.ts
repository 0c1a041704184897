import { vignetteVersion } from '#app/content/catalogue.server.ts'
import { insertAttempt } from '#app/db/attempts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { isUniqueViolation, transact } from '#app/db/client.server.ts'
import type { VignetteStanding } from '#app/db/own-attempts.server.ts'
import { type BeginRefusal, mayBegin } from '#app/domain/attempts.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginFacts, findOwnStanding } from './view-vignette.server.ts'

/**
 * Opens an attempt at a vignette under the vignette's and the rubric's versions of this moment. With one open already that
 * one goes on, however many windows ask at the same instant.
 * @returns why it cannot be begun, or null. Throws 404 for a vignette that is not offered.
 */
export async function beginAttempt(actor: Actor, slug: string, now: Date): Promise<BeginRefusal | null> {
  const standing = await findOwnStanding(actor, slug)
  const { because } = mayBegin(await vignetteVersion(standing.versionId), beginFacts(standing), now)
  if (because) return because.rule === 'open' ? null : because
  try {
    await openAttempt(actor, standing, now)
  } catch (error) {
    // Another window was quicker: what it opened goes on.
    if (!isUniqueViolation(error)) throw error
  }
  return null
}

const openAttempt = (actor: Actor, { vignetteId, versionId, rubricVersionId, attempts }: VignetteStanding, now: Date) =>
  transact(async (tx) => {
    const number = Math.max(0, ...attempts.map((attempt) => attempt.number)) + 1
    const attempt = { userId: actor.id, vignetteId, vignetteVersionId: versionId, rubricVersionId, number, now }
    const id = await insertAttempt(tx, attempt)
    const details = { vignetteVersionId: versionId, rubricVersionId, number }
    await recordAudit(tx, { actor, action: 'attempt.opened', object: { kind: 'attempt', id }, details, at: now })
  })
