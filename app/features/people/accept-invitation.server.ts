import { hashPassword } from '#app/auth/password.server.ts'
import { redeemToken } from '#app/auth/tokens.server.ts'
import { saveEmailConfirmed, savePassword } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { deleteTokensOf } from '#app/db/tokens.server.ts'

type Asked = { now: Date; requestId: string }

/**
 * Lets an invited person in with the password that they chose; the roles were given with the invitation.
 * @returns false when the link is unknown, used or expired.
 */
export async function acceptInvitation(secret: string, password: string, { now, requestId }: Asked): Promise<boolean> {
  const passwordHash = await hashPassword(password)
  return transact(async (tx) => {
    const userId = await redeemToken(tx, secret, 'invitation', now)
    if (!userId) return false
    await savePassword(tx, userId, passwordHash)
    await saveEmailConfirmed(tx, userId, now)
    await deleteTokensOf(tx, userId)
    const object = { kind: 'user', id: userId }
    await recordAudit(tx, { actor: { id: userId, requestId }, action: 'invitation.accepted', object, at: now })
    return true
  })
}
