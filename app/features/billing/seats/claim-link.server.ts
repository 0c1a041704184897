import { newSecret } from '#app/auth/tokens.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { holdPurchase, saveClaimHash } from '#app/db/seat-purchases.server.ts'
import { hashSecret } from '#app/db/sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'

/** Makes a link by which whoever comes first takes a free seat; it ends an earlier one. @returns it, to be shown this once. Throws 404. */
export async function makeClaimLink(actor: Actor, purchaseId: string, now: Date): Promise<string> {
  const secret = newSecret()
  await saveLink(actor, purchaseId, hashSecret(secret), now)
  return `${settings().appUrl}/claim/${secret}`
}

/** Shuts the link: whoever has it takes no seat any more. Throws 404. */
export const shutClaimLink = (actor: Actor, purchaseId: string, now: Date) => saveLink(actor, purchaseId, null, now)

function saveLink(actor: Actor, purchaseId: string, hash: string | null, now: Date): Promise<void> {
  return transact(async (tx) => {
    const purchase = await holdPurchase(tx, purchaseId, { managerId: actor.id })
    if (!purchase) throw new Response('There are no such seats.', { status: 404 })
    await saveClaimHash(tx, purchaseId, hash)
    const action = hash ? 'seats.link-made' : 'seats.link-shut'
    await recordAudit(tx, { actor, action, object: { kind: 'seat-purchase', id: purchaseId }, at: now })
  })
}
