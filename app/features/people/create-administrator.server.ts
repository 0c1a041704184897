import { z } from 'zod'
import { hashPassword } from '#app/auth/password.server.ts'
import { insertAccount, saveEmailConfirmed } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { insertGrant } from '#app/db/role-grants.server.ts'
import { choosingPassword, emailField, nameField, newPassword } from './account-fields.server.ts'

export const administratorForm = choosingPassword(
  z.object({ name: nameField, email: emailField, password: newPassword }),
)

/**
 * Makes an administrator from the machine itself, as a new installation needs: whoever may run this may do anything anyway.
 * @returns false when the address has an account already; nothing is changed then.
 */
export async function createAdministrator(
  { name, email, password }: z.output<typeof administratorForm>,
  now: Date,
): Promise<boolean> {
  const passwordHash = await hashPassword(password)
  return transact(async (tx) => {
    const { id, isNew } = await insertAccount(tx, { name, email, passwordHash, profession: 'other', createdAt: now })
    if (!isNew) return false
    await saveEmailConfirmed(tx, id, now)
    await insertGrant(tx, { userId: id, role: 'administrator', startsAt: now, endsAt: null, grantedById: null })
    const object = { kind: 'user', id }
    await recordAudit(tx, { actor: null, action: 'administrator.created', object, at: now })
    return true
  })
}
