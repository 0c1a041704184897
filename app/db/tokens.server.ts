import { type Db, db } from './client.server.ts'
import type { TokenPurpose } from './generated/client.ts'
import { hashSecret } from './sessions.server.ts'

export type { TokenPurpose }

export async function insertToken(
  tx: Db,
  secret: string,
  row: { userId: string; purpose: TokenPurpose; expiresAt: Date },
): Promise<void> {
  await tx.accountToken.create({ data: { id: hashSecret(secret), ...row }, select: { id: true } })
}

/** Whose token it is while it is good: unused, in time and for this purpose. */
export async function findToken(secret: string, purpose: TokenPurpose, now: Date) {
  const token = await db().accountToken.findFirst({
    where: { id: hashSecret(secret), purpose, usedAt: null, expiresAt: { gt: now } },
    relationLoadStrategy: 'join',
    select: { user: { select: { name: true, email: true } } },
  })
  return token?.user
}

/** Uses a token up. Of several who come with the same one, the row's lock lets one through. */
export async function useToken(tx: Db, secret: string, purpose: TokenPurpose, now: Date): Promise<string | undefined> {
  const [used] = await tx.$queryRaw<{ userId: string }[]>`
    UPDATE account_token SET used_at = ${now}
    WHERE id = ${hashSecret(secret)} AND purpose = ${purpose}::token_purpose AND used_at IS NULL AND expires_at > ${now}
    RETURNING user_id AS "userId"`
  return used?.userId
}

/** Nothing that was mailed before opens the account any more. */
export async function deleteTokensOf(tx: Db, userId: string): Promise<void> {
  await tx.accountToken.deleteMany({ where: { userId } })
}

export async function deleteExpiredTokens(now: Date): Promise<number> {
  return (await db().accountToken.deleteMany({ where: { expiresAt: { lte: now } } })).count
}
