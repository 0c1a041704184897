import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { lockConcern, saveConcernClosed } from '#app/db/concerns.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Decision } from '#app/domain/role-grants.ts'

export const closingForm = z.object({
  outcome: z
    .string()
    .trim()
    .min(10, 'Say what was done, or why nothing had to be done.')
    .max(5000, 'Use at most 5,000 characters.'),
})

/** Closes a concern with what came of it. Never one's own, and only once: two who meet go one after the other. */
export async function closeConcern(
  { concernId, outcome }: { concernId: string; outcome: string },
  actor: Actor,
  now: Date,
): Promise<Decision> {
  return transact(async (tx) => {
    const concern = await lockConcern(tx, concernId)
    if (!concern) throw new Response('There is no such concern.', { status: 404 })
    if (concern.raisedById === actor.id)
      return { allowed: false, because: 'You raised this concern, so somebody else has to close it.' }
    if (concern.closedAt) return { allowed: false, because: 'Somebody else has closed this concern already.' }
    await saveConcernClosed(tx, concernId, { closedById: actor.id, closedAt: now, outcome })
    await deleteKeptForm(tx, actor, 'concern-outcome', concernId)
    await recordAudit(tx, { actor, action: 'concern.closed', object: { kind: 'concern', id: concernId }, at: now })
    return { allowed: true }
  })
}
