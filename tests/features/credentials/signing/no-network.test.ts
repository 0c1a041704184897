import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { signCredential } from '#app/features/credentials/signing/sign.ts'
import { verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { did, type Json, now, signedBadge, signer, sources } from '#tests/support/badges.ts'

beforeEach(() => {
  const refuse = () => {
    throw new Error('reached for the network')
  }
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(refuse)
  vi.spyOn(globalThis, 'fetch').mockImplementation(refuse)
})
afterEach(() => void vi.restoreAllMocks())

const reached = () => [...vi.mocked(Socket.prototype.connect).mock.calls, ...vi.mocked(fetch).mock.calls]

const EVIL = 'https://evil.example/context.json'

test.each<[string, (badge: Json) => void]>([
  ['a context of another site', (badge) => badge['@context'].push(EVIL)],
  ['a context inside a part', ({ credentialSubject }) => (credentialSubject['@context'] = EVIL)],
  ['an issuer of another site', (badge) => (badge.issuer.id = 'did:web:evil.example')],
  ['a key of another site', ({ proof }) => (proof.verificationMethod = 'https://evil.example/key')],
  ['a status list of another site', ({ credentialStatus }) => (credentialStatus[0].statusListCredential = EVIL)],
  ['an image of another site', ({ credentialSubject: s }) => (s.achievement.image.id = 'https://evil.example/i.png')],
])('%s is never asked for', async (_, change) => {
  const badge = await signedBadge()
  change(badge)
  const { findings } = await verifyBadge(badge, sources())
  expect(Object.values(findings).some(({ outcome }) => outcome !== 'passed')).toBe(true)
  expect(reached()).toEqual([])
})

test('nothing is asked for when a credential is signed, and one with an unknown context is not', async () => {
  await expect(
    signCredential(
      { ...(await signedBadge()), proof: undefined, '@context': ['https://www.w3.org/ns/credentials/v2', EVIL] },
      { did, signer, now },
    ),
  ).rejects.toThrow()
  expect(reached()).toEqual([])
})
