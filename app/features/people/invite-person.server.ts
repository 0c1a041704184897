import { z } from 'zod'
import { insertAccount, lockAccount } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import { insertGrant } from '#app/db/role-grants.server.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import { listField } from '#app/http/form.server.ts'
import { emailField, nameField, professionField } from './account-fields.server.ts'
import { lastDayField } from './last-day.server.ts'

/** @param inviter whose calendar the last day is read by. */
export const invitationForm = (inviter: Actor, now: Date) =>
  z.object({
    name: nameField,
    email: emailField,
    profession: professionField,
    roles: listField(z.enum(ROLES)).refine((roles) => roles.length > 0, 'Choose at least one role.'),
    lastDay: lastDayField(inviter.timeZone, now),
  })

type Invitation = z.output<ReturnType<typeof invitationForm>>

/**
 * Makes an account with its roles and mails the invitation to choose a password.
 * @returns the person's id, or the account that this address has already, left as it is.
 */
export async function invitePerson(
  { roles, lastDay, ...person }: Invitation,
  actor: Actor,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  return transact(async (tx) => {
    const account = await insertAccount(tx, { ...person, passwordHash: null, createdAt: now })
    if (!account.isNew) return account
    const userId = account.id
    for (const role of new Set(roles))
      await insertGrant(tx, { userId, role, startsAt: now, endsAt: lastDay, grantedById: actor.id })
    await sendAccountMail(tx, { userId, kind: 'invitation', params: { inviter: actor.name }, now })
    const details = { roles: [...new Set(roles)], endsAt: lastDay?.toISOString() ?? null }
    await recordAudit(tx, { actor, action: 'person.invited', object: { kind: 'user', id: userId }, details, at: now })
    return account
  })
}

/**
 * Mails the invitation once more.
 * @returns false when the person is not waiting for one.
 */
export async function inviteAgain(personId: string, actor: Actor, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const account = await lockAccount(tx, personId)
    if (!account || account.passwordHash !== null) return false
    await sendAccountMail(tx, { userId: personId, kind: 'invitation', params: { inviter: actor.name }, now })
    const object = { kind: 'user', id: personId }
    await recordAudit(tx, { actor, action: 'person.invited_again', object, at: now })
    return true
  })
}
