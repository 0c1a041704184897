import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { queueAgain } from '#app/db/outbox.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Sends a mail that failed or is in doubt once more: a person's decision, since the first may have arrived.
 * @returns false when there is nothing to send again, for instance because somebody else just did.
 */
export async function sendAgain(noticeId: string, actor: Actor, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const stateBefore = await queueAgain(tx, noticeId, now)
    if (!stateBefore) return false
    const object = { kind: 'notice', id: noticeId }
    await recordAudit(tx, { actor, action: 'mail.sent_again', object, details: { stateBefore }, at: now })
    return true
  })
}
