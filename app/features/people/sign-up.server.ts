import { z } from 'zod'
import { hashPassword } from '#app/auth/password.server.ts'
import { insertAccount } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import { choosingPassword, emailField, newPassword, profileFields } from './account-fields.server.ts'

export const signUpForm = choosingPassword(z.object({ ...profileFields, email: emailField, password: newPassword }))

type Asked = { now: Date; requestId: string }

/**
 * Makes an account that waits for its address to be confirmed. Says nothing of whether the address had one already: then that
 * account stays as it is, and a mail tells its owner. Both ways take the same statements and the same hashing.
 */
export async function signUp(
  { password, ...profile }: z.output<typeof signUpForm>,
  { now, requestId }: Asked,
): Promise<void> {
  const passwordHash = await hashPassword(password)
  await transact(async (tx) => {
    const { id, isNew } = await insertAccount(tx, { ...profile, passwordHash, createdAt: now })
    await sendAccountMail(tx, { userId: id, kind: isNew ? 'confirm-email' : 'account-exists', params: {}, now })
    await recordAudit(tx, {
      // Whoever tries an address that is taken may be anybody.
      actor: isNew ? { id, requestId } : null,
      action: isNew ? 'account.signed_up' : 'account.sign_up_repeated',
      object: { kind: 'user', id },
      at: now,
    })
  })
}
