import { z } from 'zod'
import { policy } from '#app/auth/policy.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { lockRow, transact } from '#app/db/client.server.ts'
import { findSameConcern, insertConcern } from '#app/db/concerns.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { listHolders } from '#app/db/role-grants.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { SENT_TWICE_MS } from '#app/domain/time.ts'
import { ownPath } from '#app/http/next-path.ts'

export const concernForm = z.object({
  text: z
    .string()
    .trim()
    .min(20, 'Write at least a sentence, so that whoever reads it knows what to look at.')
    .max(5000, 'Use at most 5,000 characters.'),
  from: z
    .string()
    .max(500)
    .default('')
    .transform((value) => ownPath(value) ?? ''),
})

/**
 * Raises a patient-safety concern and tells everybody who reads them, but for whoever raised it. What it says goes into no
 * notice, mail or audit entry. Sent twice, it is one.
 */
export async function raiseConcern(
  { text, from }: z.output<typeof concernForm>,
  actor: Actor,
  now: Date,
): Promise<string> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    await deleteKeptForm(tx, actor, 'concern', 'new')
    const concern = { raisedById: actor.id, text, raisedFrom: from, raisedAt: now }
    const same = await findSameConcern(tx, concern, new Date(now.getTime() - SENT_TWICE_MS))
    if (same) return same
    const concernId = await insertConcern(tx, concern)
    const readers = await listHolders(tx, policy['concerns.read'], now)
    for (const userId of readers.filter((id) => id !== actor.id))
      await notify(tx, { userId, kind: 'concern-raised', params: { concernId }, now })
    const object = { kind: 'concern', id: concernId }
    await recordAudit(tx, { actor, action: 'concern.raised', object, details: { readers: readers.length }, at: now })
    return concernId
  })
}
