import { describe, expect, test } from 'vitest'
import type { IssuerKey } from '#app/domain/credential/did.ts'
import type { Sources } from '#app/features/credentials/signing/verify-badge.ts'
import { failsBy, knowing, outcomes, tampered } from '#tests/support/bad-badges.ts'
import { daysFromNow, issuerWith, list, signedBadge, signedList, sources } from '#tests/support/badges.ts'
import { signerFrom } from '#tests/support/issuer.ts'

describe('a credential by the wrong hand fails by its issuer alone', () => {
  const other = signerFrom('somebody else')
  const theirs = `did:key:${other.publicKey}`

  test('in our name, with somebody else’s key', async () => {
    const badge = await signedBadge(undefined, { did: theirs, signer: other })
    expect(await outcomes({ badge })).toEqual(failsBy('issuer'))
  })

  test('in our name, with a key that we never had', async () => {
    const badge = await signedBadge(undefined, { signer: other })
    // Its key is nowhere, so that the signature cannot be checked either.
    expect(await outcomes({ badge })).toEqual({ ...failsBy('issuer'), signature: 'unknown' })
  })

  /** The issuer goes on with another key, which signs its lists. */
  const goesOnWith = async (former: Partial<IssuerKey>): Promise<Partial<Sources>> => {
    const by = { signer: other }
    const fresh = new Map([
      [list('revocation'), await signedList('revocation', [], () => {}, by)],
      [list('suspension'), await signedList('suspension', [], () => {}, by)],
    ])
    const issuer = issuerWith([former, { id: other.publicKey }])
    return { knownIssuer: () => issuer, statusList: (address) => fresh.get(address) }
  }

  test('with a key that was retired before', async () => {
    expect(await outcomes(await knowing(await goesOnWith({ retiredAt: daysFromNow(-100) })))).toEqual(failsBy('issuer'))
  })

  test('with a retired key, and without a day of its signature', async () => {
    const issuer = issuerWith([{ retiredAt: daysFromNow(-1) }])
    const { badge } = await tampered(({ proof }) => delete proof.created)
    expect(await outcomes({ badge, known: sources({ knownIssuer: () => issuer }) })).toMatchObject({ issuer: 'failed' })
  })

  test('with a key that was stolen, whatever day it claims', async () => {
    expect(await outcomes(await knowing(await goesOnWith({ revokedAt: daysFromNow(-1) })))).toEqual(failsBy('issuer'))
  })

  test('with a key of ours that is not one for credentials', async () => {
    const issuer = issuerWith()
    const known = { ...issuer, document: { ...issuer.document, assertionMethod: [] } }
    // Our lists are signed with the same key, so that they say nothing either.
    expect(await outcomes(await knowing({ knownIssuer: () => known }))).toMatchObject({
      signature: 'passed',
      issuer: 'failed',
    })
  })

  test('while a key that was retired later than it signed still stands', async () => {
    const found = await outcomes(await knowing(await goesOnWith({ retiredAt: daysFromNow(-0.5) })))
    expect(Object.values(found)).toEqual(Array(5).fill('passed'))
  })

  test('and of an issuer that nobody knows, it is said that nobody knows', async () => {
    expect(await outcomes(await knowing({ knownIssuer: () => undefined }))).toMatchObject({
      signature: 'unknown',
      issuer: 'unknown',
    })
  })
})
