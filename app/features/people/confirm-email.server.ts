import { redeemToken } from '#app/auth/tokens.server.ts'
import { findCredentials, NOBODY, saveEmailConfirmed } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import { insertGrant } from '#app/db/role-grants.server.ts'
import { type SignInOutcome, signIn } from './sign-in.server.ts'

type Asked = { now: Date; requestId: string }

/**
 * Confirms the address that this link was mailed to, and signs in. It takes the password that was chosen with the address: whoever owns a
 * mailbox would otherwise open, with one press, an account to somebody else who had typed their address.
 * @returns `unconfirmed` when the link is unknown, used or expired.
 */
export async function confirmEmail(
  secret: string,
  credentials: { email: string; password: string },
  asked: Asked,
): Promise<SignInOutcome> {
  const shown = await signIn(credentials, asked)
  if (shown.outcome !== 'unconfirmed') return shown
  const isConfirmed = await transact(async (tx) => {
    const userId = await redeemToken(tx, secret, 'confirm_email', asked.now)
    if (userId) await admitTrainee(tx, userId, asked)
    return userId !== undefined
  })
  return isConfirmed ? signIn(credentials, asked) : shown
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
