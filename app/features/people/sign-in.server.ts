import { z } from 'zod'
import { verifyPassword } from '#app/auth/password.server.ts'
import { findCredentials } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import type { Role } from '#app/domain/people.ts'
import { emailField, givenPassword } from './account-fields.server.ts'

export const signInForm = z.object({ email: emailField, password: givenPassword })

export type SignInOutcome =
  | { outcome: 'accepted'; userId: string; passwordHash: string; roles: readonly Role[] }
  /** The password is right, so whoever asks may know that there is an account and what it waits for. */
  | { outcome: 'unconfirmed' }
  | { outcome: 'refused' }

type Asked = { now: Date; requestId: string }

/** Checks an address and its password. An unknown address, a wrong password and an invited person without one look the same. */
export async function signIn(
  { email, password }: z.output<typeof signInForm>,
  { now, requestId }: Asked,
): Promise<SignInOutcome> {
  const account = await findCredentials(email)
  const isRight = await verifyPassword(account?.passwordHash, password)
  const isAccepted = isRight && Boolean(account?.emailConfirmedAt)
  await transact((tx) =>
    recordAudit(tx, {
      actor: isAccepted && account ? { id: account.id, requestId } : null,
      action: isAccepted ? 'session.started' : 'session.refused',
      object: { kind: 'user', id: account?.id ?? 'unknown' },
      at: now,
    }),
  )
  if (!account?.passwordHash || !isRight) return { outcome: 'refused' }
  const { id: userId, passwordHash, roles } = account
  return isAccepted ? { outcome: 'accepted', userId, passwordHash, roles } : { outcome: 'unconfirmed' }
}
