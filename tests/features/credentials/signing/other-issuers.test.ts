import { describe, expect, test } from 'vitest'
import { multikeyOf } from '#app/domain/credential/multibase.ts'
import { verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { failsBy, outcomes } from '#tests/support/bad-badges.ts'
import { type Json, signedBadge, sources } from '#tests/support/badges.ts'
import { signerFrom } from '#tests/support/issuer.ts'

describe('credentials of other issuers', () => {
  const other = signerFrom('another school')

  test('verify by their did:key, and are told from ours', async () => {
    const theirs = `did:key:${other.publicKey}`
    const badge = await signedBadge(
      (unsigned) => {
        unsigned.issuer = { id: theirs, type: ['Profile'], name: 'Stance' }
        delete unsigned.credentialStatus
      },
      { did: theirs, signer: other },
    )
    expect(await outcomes({ badge })).toEqual({ ...failsBy('status'), status: 'passed' })
    expect((await verifyBadge(badge, sources())).isOurs).toBe(false)
  })

  test.each([
    ['a Multikey', (key: Json): Json => key],
    ['an Ed25519VerificationKey2020', (key: Json): Json => ({ ...key, type: 'Ed25519VerificationKey2020' })],
    ['a key named by its fragment', (key: Json): Json => ({ ...key, id: `#${key.publicKeyMultibase}` })],
  ])('verify by a given did:web document with %s', async (_, form) => {
    const theirs = 'did:web:school.example'
    const id = `${theirs}#${other.publicKey}`
    const method = form({ id, type: 'Multikey', controller: theirs, publicKeyMultibase: other.publicKey })
    const document = { id: theirs, verificationMethod: [method], assertionMethod: [method.id] } as never
    const badge = await signedBadge(
      (unsigned) => {
        unsigned.issuer = theirs
        delete unsigned.credentialStatus
      },
      { did: theirs, signer: other },
    )
    const known = sources({ knownIssuer: (name) => (name === theirs ? { document, isOurs: false } : undefined) })
    expect(await outcomes({ badge, known })).toEqual({ ...failsBy('status'), status: 'passed' })
  })

  test('do not verify by a key of another kind or another length', async () => {
    const theirs = 'did:web:school.example'
    const method = {
      id: `${theirs}#k`,
      type: 'Multikey',
      controller: theirs,
      publicKeyMultibase: multikeyOf(new Uint8Array(31)),
    }
    const document = { id: theirs, verificationMethod: [method], assertionMethod: [method.id] }
    const badge = await signedBadge((unsigned) => (unsigned.issuer = theirs), { did: theirs, signer: other })
    badge.proof.verificationMethod = method.id
    const known = sources({ knownIssuer: () => ({ document, isOurs: false }) })
    expect(await outcomes({ badge, known })).toMatchObject({ signature: 'unknown' })
  })
})
