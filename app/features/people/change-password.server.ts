import { z } from 'zod'
import { hashPassword, verifyPassword } from '#app/auth/password.server.ts'
import { findPasswordHash, lockAccount, savePassword } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import { deleteOtherSessionsOf } from '#app/db/sessions.server.ts'
import { deleteTokensOf } from '#app/db/tokens.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { choosingPassword, givenPassword, newPassword } from './account-fields.server.ts'

export const changePasswordForm = (email: string) =>
  choosingPassword(z.object({ currentPassword: givenPassword, password: newPassword }), email)

type Passwords = { currentPassword: string; password: string }

/**
 * Changes one's own password, and ends every other session.
 * @param sessionSecret of the session that goes on.
 * @returns false when the current password is wrong, or no longer the current one: a reset takes an account back from whoever knew it.
 */
export async function changePassword(
  actor: Actor,
  { currentPassword, password }: Passwords,
  sessionSecret: string,
  now: Date,
): Promise<boolean> {
  const currentHash = await findPasswordHash(actor.id)
  if (!(await verifyPassword(currentHash, currentPassword))) return false
  const passwordHash = await hashPassword(password)
  return transact(async (tx) => {
    if ((await lockAccount(tx, actor.id))?.passwordHash !== currentHash) return false
    await savePassword(tx, actor.id, passwordHash)
    await deleteOtherSessionsOf(tx, actor.id, sessionSecret)
    await deleteTokensOf(tx, actor.id)
    await sendAccountMail(tx, { userId: actor.id, kind: 'password-changed', params: {}, now })
    await recordAudit(tx, { actor, action: 'password.changed', object: { kind: 'user', id: actor.id }, at: now })
    return true
  })
}
