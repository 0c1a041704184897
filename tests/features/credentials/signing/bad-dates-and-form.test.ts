import { describe, expect, test } from 'vitest'
import { verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { failsBy, outcomes, signedWith, tampered } from '#tests/support/bad-badges.ts'
import { daysFromNow, type Json, signedBadge, sources } from '#tests/support/badges.ts'

describe('a credential outside of its days fails by its dates alone', () => {
  test.each([
    ['expired', (badge: Json) => (badge.validUntil = daysFromNow(-1).toISOString())],
    ['not yet valid', (badge: Json) => (badge.validFrom = daysFromNow(1).toISOString())],
    ['the last day before the first', (badge: Json) => (badge.validUntil = daysFromNow(-30).toISOString())],
  ])('%s', async (_, change) => {
    expect(await outcomes(await signedWith(change))).toEqual(failsBy('dates'))
  })

  test('signed in the future', async () => {
    const badge = await signedBadge(undefined, { now: daysFromNow(2) })
    expect(await outcomes({ badge })).toEqual(failsBy('dates'))
  })
})

describe('a credential out of form fails by its schema alone', () => {
  const forms: [string, (badge: Json) => void][] = [
    ['a type that is not known', (badge) => badge.type.push('DiplomaCredential')],
    ['an achievement of an unknown type', ({ credentialSubject: s }) => s.achievement.type.push('Degree')],
    ['an alignment of another type', ({ credentialSubject: s }) => (s.achievement.alignment[0].type = ['Related'])],
    ['no achievement', ({ credentialSubject }) => delete credentialSubject.achievement],
    ['an achievement without a name', ({ credentialSubject }) => delete credentialSubject.achievement.name],
    ['an achievement without criteria', ({ credentialSubject }) => delete credentialSubject.achievement.criteria],
    ['nobody whom it is about', ({ credentialSubject }) => delete credentialSubject.identifier],
    ['no first day', (badge) => delete badge.validFrom],
    ['a day without an offset', (badge) => (badge.validFrom = '2026-01-01T00:00:00')],
    ['an identity that says it is hashed and is not', ({ credentialSubject: s }) => (s.identifier[1].hashed = true)],
    ['hours as words', ({ credentialSubject }) => (credentialSubject.creditsEarned = 'many')],
    ['a status of another kind', ({ credentialStatus }) => (credentialStatus[0].type = 'RevocationList2020Status')],
    ['a place that is no number', ({ credentialStatus }) => (credentialStatus[0].statusListIndex = '-1')],
    ['a context that is not known', (badge) => badge['@context'].push('https://evil.example/context.json')],
    ['a context of its own', (badge) => badge['@context'].push({ name: 'https://evil.example/name' })],
    ['a context inside a part', ({ credentialSubject: s }) => (s['@context'] = { name: 'https://evil.example/name' })],
    ['a word written as an address', ({ credentialSubject: s }) => (s.achievement['https://schema.org/name'] = 'x')],
    ['no context of Open Badges', (badge) => badge['@context'].pop()],
    ['another model first', (badge) => (badge['@context'][0] = 'https://www.w3.org/2018/credentials/v1')],
    ['a signature for another purpose', ({ proof }) => (proof.proofPurpose = 'authentication')],
    ['a signature of another kind', ({ proof }) => (proof.cryptosuite = 'ecdsa-rdfc-2019')],
    ['no signature', (badge) => delete badge.proof],
  ]
  test.each(forms)('%s', async (_, change) => {
    const { findings, badge } = await verifyBadge((await tampered(change)).badge, sources())
    expect(findings.schema.outcome).toBe('failed')
    expect(badge).toBeUndefined()
    for (const name of ['issuer', 'dates', 'status'] as const) expect(findings[name].outcome).toBe('unknown')
  })

  test('with a good signature, which is found to be good', async () => {
    const { badge } = await signedWith(({ credentialSubject }) => (credentialSubject.creditsEarned = 'many'))
    expect(await outcomes({ badge })).toMatchObject({ schema: 'failed', signature: 'passed' })
  })

  test.each([null, 7, 'text', [], {}, { proof: null }, { proof: [] }, { proof: [{}] }])('%j', async (given) => {
    expect((await verifyBadge(given, sources())).findings.schema.outcome).toBe('failed')
  })
})
