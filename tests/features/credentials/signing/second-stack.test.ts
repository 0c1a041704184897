import { describe, expect, test } from 'vitest'
import { verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { signedBadge, signedList, sources } from '#tests/support/badges.ts'
import { verifiesBySecondStack } from '#tests/support/second-stack.ts'

describe('what we sign', () => {
  test.each([
    ['a credential', () => signedBadge()],
    ['a credential of whole hours', () => signedBadge((badge) => (badge.credentialSubject.creditsEarned = 3))],
    ['a credential without a last day', () => signedBadge((badge) => delete badge.validUntil)],
    ['a status list', () => signedList('revocation', [7, 4_711])],
  ])('verifies by libraries that have nothing to do with ours: %s', async (_, signed) => {
    expect(await verifiesBySecondStack(await signed())).toBe(true)
  })

  test('does not verify there when a letter was changed', async () => {
    const badge = await signedBadge()
    badge.credentialSubject.identifier[1].identityHash += 'x'
    expect(await verifiesBySecondStack(badge)).toBe(false)
  })

  test('both find the same of a proof that was made for another document', async () => {
    const [one, other] = [await signedBadge(), await signedBadge((badge) => (badge.name = 'Another'))]
    const swapped = { ...one, proof: other.proof }
    expect(await verifiesBySecondStack(swapped)).toBe(false)
    expect((await verifyBadge(swapped, sources())).findings.signature.outcome).toBe('failed')
  })
})
