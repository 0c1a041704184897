import { randomBytes } from 'node:crypto'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import type { Db } from '#app/db/client.server.ts'
import { findToken, insertToken, type TokenPurpose, useToken } from '#app/db/tokens.server.ts'
import { HOUR_MS } from '#app/domain/time.ts'

const SECRET_BYTES = 20

const lifetimeHours: Record<TokenPurpose, number> = { confirm_email: 24, reset_password: 1, invitation: 7 * 24 }

/** 160 random bits in 32 letters and digits, for a link. Only a hash of them is kept. */
export const newSecret = (): string => encodeBase32LowerCaseNoPadding(randomBytes(SECRET_BYTES))

/** Makes the secret of a mailed link. */
export async function issueToken(tx: Db, userId: string, purpose: TokenPurpose, now: Date): Promise<string> {
  const secret = newSecret()
  await insertToken(tx, secret, {
    userId,
    purpose,
    expiresAt: new Date(now.getTime() + lifetimeHours[purpose] * HOUR_MS),
  })
  return secret
}

/** Who would use this link, without using it up: programs that scan mail open every link in it. */
export const peekToken = findToken

/** Uses a link up and says whose it was; undefined when it is unknown, used, expired or for another purpose. */
export const redeemToken = useToken
