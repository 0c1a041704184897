import { z } from 'zod'
import { hashPassword } from '#app/auth/password.server.ts'
import { redeemToken } from '#app/auth/tokens.server.ts'
import { findAccountId, lockAccount, NOBODY, saveEmailConfirmed, savePassword } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import { deleteSessionsOf } from '#app/db/sessions.server.ts'
import { deleteTokensOf } from '#app/db/tokens.server.ts'
import { choosingPassword, emailField, newPassword } from './account-fields.server.ts'
import { admitTrainee } from './confirm-email.server.ts'

/** One address, for whatever is mailed to it. */
export const addressForm = z.object({ email: emailField })

/** The form for a person whose address is known from the link that they followed. */
export const newPasswordForm = (email: string) => choosingPassword(z.object({ password: newPassword }), email)

type Asked = { now: Date; requestId: string }

/** Mails a link to choose a new password. Says and does the same for an address without an account, but for the mail. */
export async function requestPasswordReset(email: string, now: Date): Promise<void> {
  await transact(async (tx) => {
    const userId = await findAccountId(tx, email)
    await sendAccountMail(tx, { userId: userId ?? NOBODY, kind: 'reset-password', params: {}, now })
    const object = { kind: 'user', id: userId ?? 'unknown' }
    await recordAudit(tx, { actor: null, action: 'password.reset_requested', object, at: now })
  })
}

/**
 * Sets a new password by a mailed link, which also confirms the address. Every session and every other mailed link of the
 * person ends, since one of them may be the reason for the reset.
 * @returns false when the link is unknown, used or expired.
 */
export async function resetPassword(secret: string, password: string, { now, requestId }: Asked): Promise<boolean> {
  const passwordHash = await hashPassword(password)
  return transact(async (tx) => {
    const userId = await redeemToken(tx, secret, 'reset_password', now)
    const account = userId && (await lockAccount(tx, userId))
    if (!account) return false
    // Somebody invited has the roles of the invitation; somebody who signed up becomes a trainee.
    if (account.passwordHash === null) await saveEmailConfirmed(tx, userId, now)
    else await admitTrainee(tx, userId, { now, requestId })
    await savePassword(tx, userId, passwordHash)
    await deleteSessionsOf(userId, tx)
    await deleteTokensOf(tx, userId)
    await sendAccountMail(tx, { userId, kind: 'password-changed', params: {}, now })
    const object = { kind: 'user', id: userId }
    await recordAudit(tx, { actor: { id: userId, requestId }, action: 'password.reset', object, at: now })
    return true
  })
}
