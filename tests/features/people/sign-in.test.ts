import { describe, expect, test } from 'vitest'
import { countQueries } from '#app/db/client.server.ts'
import { signIn } from '#app/features/people/sign-in.server.ts'
import { auditedActions, createAccount, now, PASSWORD } from '#tests/support/accounts.ts'

const asked = { now, requestId: 'test' }
const attempt = (email: string, password: string) => signIn({ email, password }, asked)

describe('signing in', () => {
  test('is accepted with the right password, and says whose account it is and what they are', async () => {
    const lena = await createAccount('Lena', { roles: ['training_lead'] })
    expect(await attempt(lena.email, PASSWORD)).toEqual({
      outcome: 'accepted',
      userId: lena.id,
      passwordHash: expect.any(String),
      roles: ['training_lead'],
    })
    expect(await auditedActions()).toEqual(['session.started'])
  })

  test('looks and costs the same for a wrong password, an unknown address and an invitation not yet accepted', async () => {
    await createAccount('Noor')
    await createAccount('Imre', { hasPassword: false, isConfirmed: false })
    const outcomes = []
    for (const email of ['noor@people.example', 'nobody@people.example', 'imre@people.example']) {
      const { result, queries } = await countQueries(() => attempt(email, 'not this one'))
      outcomes.push({ ...result, queries: queries() })
    }
    expect(outcomes).toEqual(Array(3).fill({ outcome: 'refused', queries: 2 }))
    expect(await auditedActions()).toEqual(Array(3).fill('session.refused'))
  })

  test('waits for the address to be confirmed, which is told only to whoever knows the password', async () => {
    const noor = await createAccount('Noor', { isConfirmed: false })
    expect(await attempt(noor.email, PASSWORD)).toEqual({ outcome: 'unconfirmed' })
    expect(await attempt(noor.email, 'not this one')).toEqual({ outcome: 'refused' })
  })
})
