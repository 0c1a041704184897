import { redeemToken } from '#app/auth/tokens.server.ts'
import { findCredentials, NOBODY, saveEmailConfirmed } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import { insertGrant } from '#app/db/role-grants.server.ts'

type Asked = { now: Date; requestId: string }

/**
 * Confirms the address that this link was mailed to.
 * @returns false when the link is unknown, used or expired.
 */
export async function confirmEmail(secret: string, { now, requestId }: Asked): Promise<boolean> {
  return transact(async (tx) => {
    const userId = await redeemToken(tx, secret, 'confirm_email', now)
    if (!userId) return false
    await admitTrainee(tx, userId, { now, requestId })
    return true
  })
}

/** What a self sign-up becomes once its address is known to be its own: a trainee. */
export async function admitTrainee(tx: Db, userId: string, { now, requestId }: Asked): Promise<void> {
  const actor = { id: userId, requestId }
  const isFirstTime = await saveEmailConfirmed(tx, userId, now)
  if (!isFirstTime) return
  await insertGrant(tx, { userId, role: 'trainee', startsAt: now, endsAt: null, grantedById: null })
  const object = { kind: 'user', id: userId }
  await recordAudit(tx, { actor, action: 'account.confirmed', object, details: { role: 'trainee' }, at: now })
}

/** Mails the link again to an account that waits for it; answers and works alike for every other address. */
export async function sendConfirmationAgain(email: string, now: Date): Promise<void> {
  const account = await findCredentials(email)
  const waits = account && !account.emailConfirmedAt && account.passwordHash
  await transact((tx) =>
    sendAccountMail(tx, { userId: waits ? account.id : NOBODY, kind: 'confirm-email', params: {}, now }),
  )
}
