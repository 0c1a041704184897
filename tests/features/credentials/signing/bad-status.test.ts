import { describe, expect, test } from 'vitest'
import { failsBy, knowing, lists, outcomes } from '#tests/support/bad-badges.ts'
import { daysFromNow, type Json, list, signedList } from '#tests/support/badges.ts'
import { signerFrom } from '#tests/support/issuer.ts'

describe('a credential that was withdrawn fails by its status alone', () => {
  test('revoked', async () => {
    expect(await outcomes(await knowing(lists('revocation', await signedList('revocation', [4_711]))))).toEqual(
      failsBy('status'),
    )
  })

  test('suspended', async () => {
    const suspended = await signedList('suspension', [131_071])
    const statusList = async (address: string) =>
      address === list('suspension') ? suspended : signedList('revocation')
    expect(await outcomes(await knowing({ statusList }))).toEqual(failsBy('status'))
  })

  test('by a list that somebody changed', async () => {
    const changed = await signedList('revocation', [4_711])
    changed.credentialSubject.encodedList = (await signedList('revocation')).credentialSubject.encodedList
    expect(await outcomes(await knowing(lists('revocation', changed)))).toEqual(failsBy('status'))
  })

  test.each([
    ['of another issuer', (l: Json) => (l.issuer = 'did:web:evil.example')],
    ['at another address', (l: Json) => (l.id = list('revocation-of-others'))],
    ['for another purpose', (l: Json) => (l.credentialSubject.statusPurpose = 'suspension')],
    ['too short', (l: Json) => (l.credentialSubject.encodedList = 'uH4sIAAAAAAAAA2NgQAUAABr2rcoUAAAA')],
    ['that is no list', (l: Json) => (l.credentialSubject.encodedList = 'uAAAA')],
  ])('by a list %s', async (_, change) => {
    expect(await outcomes(await knowing(lists('revocation', await signedList('revocation', [], change))))).toEqual(
      failsBy('status'),
    )
  })

  test('by a list in our name that somebody else signed', async () => {
    const other = signerFrom('somebody else')
    const forged = await signedList('revocation', [], () => {}, { did: `did:key:${other.publicKey}`, signer: other })
    expect(await outcomes(await knowing(lists('revocation', forged)))).toEqual(failsBy('status'))
  })

  test.each([
    ['that cannot be had', undefined],
    ['that is out of date', (l: Json) => (l.validUntil = daysFromNow(-0.5).toISOString())],
  ])('and of a list %s, that nobody knows', async (_, change) => {
    const given = change && (await signedList('revocation', [], change))
    expect(await outcomes(await knowing(lists('revocation', given)))).toEqual({
      ...failsBy('status'),
      status: 'unknown',
    })
  })
})
