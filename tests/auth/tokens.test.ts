import { describe, expect, test } from 'vitest'
import { issueToken, peekToken, redeemToken } from '#app/auth/tokens.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { deleteExpiredTokens } from '#app/db/tokens.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'

const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

async function issued(purpose: 'confirm_email' | 'reset_password' | 'invitation') {
  const noor = await createAccount('Noor')
  const secret = await transact((tx) => issueToken(tx, noor.id, purpose, now))
  return { noor, secret }
}

const redeem = (secret: string, purpose: Parameters<typeof issueToken>[2], at = now) =>
  transact((tx) => redeemToken(tx, secret, purpose, at))

describe('the secret of a mailed link', () => {
  test('has 160 bits and is stored only as a hash', async () => {
    const { secret } = await issued('reset_password')
    expect(secret).toMatch(/^[a-z2-7]{32}$/)
    expect(JSON.stringify(await db().accountToken.findMany())).not.toContain(secret)
  })

  test('works once, also when twenty come with it at the same moment', async () => {
    const { noor, secret } = await issued('reset_password')
    const winners = await Promise.all(Array.from({ length: 20 }, () => redeem(secret, 'reset_password')))
    expect(winners.filter(Boolean)).toEqual([noor.id])
    expect(await redeem(secret, 'reset_password')).toBeUndefined()
  })

  test('is not used up by looking at it, as programs that scan mail do', async () => {
    const { noor, secret } = await issued('confirm_email')
    expect(await peekToken(secret, 'confirm_email', now)).toMatchObject({ email: noor.email })
    expect(await redeem(secret, 'confirm_email')).toBe(noor.id)
    expect(await peekToken(secret, 'confirm_email', now)).toBeUndefined()
  })

  test('opens nothing but what it was made for', async () => {
    const { secret } = await issued('confirm_email')
    expect(await redeem(secret, 'reset_password')).toBeUndefined()
    expect(await redeem(`${secret}a`, 'confirm_email')).toBeUndefined()
  })

  test.each([
    ['confirm_email', 24],
    ['reset_password', 1],
    ['invitation', 168],
  ] as const)('for %s works for %i hours', async (purpose, hours) => {
    const { noor, secret } = await issued(purpose)
    expect(await redeem(secret, purpose, hoursLater(hours))).toBeUndefined()
    expect(await redeem(secret, purpose, new Date(hoursLater(hours).getTime() - 1))).toBe(noor.id)
  })

  test('is swept away after it has expired, and not before', async () => {
    await issued('reset_password')
    expect(await deleteExpiredTokens(new Date(hoursLater(1).getTime() - 1))).toBe(0)
    expect(await deleteExpiredTokens(hoursLater(1))).toBe(1)
  })
})
