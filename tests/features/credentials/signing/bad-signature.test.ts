import { describe, expect, test } from 'vitest'
import { FINDING_NAMES } from '#app/domain/credential/findings.ts'
import { failsBy, outcomes, tampered } from '#tests/support/bad-badges.ts'
import { daysFromNow, did, type Json, signedBadge, signer } from '#tests/support/badges.ts'

test('a good credential passes every finding', async () => {
  expect(await outcomes({ badge: await signedBadge() })).toEqual(
    Object.fromEntries(FINDING_NAMES.map((name) => [name, 'passed'])),
  )
})

describe('a credential that was changed after it was signed fails by its signature alone', () => {
  const fields: [string, (badge: Json) => void][] = [
    ['its number', ({ credentialSubject }) => (credentialSubject.licenseNumber = 'STN-9')],
    ['the holder’s name', ({ credentialSubject }) => (credentialSubject.identifier[1].identityHash = 'Sol')],
    [
      'the hash of the e-mail address',
      ({ credentialSubject: s }) => (s.identifier[0].identityHash = `sha256$${'cd'.repeat(32)}`),
    ],
    ['the salt', ({ credentialSubject }) => (credentialSubject.identifier[0].salt = 'another')],
    ['the hours', ({ credentialSubject }) => (credentialSubject.creditsEarned = 100)],
    ['the day of completion', ({ credentialSubject: s }) => (s.activityEndDate = '2026-11-01T00:00:00Z')],
    ['what was achieved', ({ credentialSubject }) => (credentialSubject.achievement.name = 'Practitioner')],
    ['the criteria', ({ credentialSubject }) => (credentialSubject.achievement.criteria.narrative = 'None.')],
    ['an alignment', ({ credentialSubject }) => credentialSubject.achievement.alignment.pop()],
    ['the evidence', ({ evidence }) => (evidence[0].narrative = 'A thousand sessions.')],
    ['the first day', (badge) => (badge.validFrom = '2020-01-01T00:00:00Z')],
    ['the last day', (badge) => (badge.validUntil = '2099-01-01T00:00:00Z')],
    ['the last day, taken away', (badge) => delete badge.validUntil],
    ['the issuer’s name', ({ issuer }) => (issuer.name = 'The Ministry')],
    ['its address', (badge) => (badge.id = 'https://stance.example/verify/STN-9')],
    ['its place on the list', ({ credentialStatus }) => (credentialStatus[0].statusListIndex = '5')],
    ['its status, taken away', (badge) => delete badge.credentialStatus],
    ['the day of the signature', ({ proof }) => (proof.created = daysFromNow(-8).toISOString())],
    [
      'the signature itself',
      ({ proof }) => (proof.proofValue = proof.proofValue.replace(/.$/, (end: string) => (end === '1' ? '2' : '1'))),
    ],
  ]
  test.each(fields)('%s', async (_, change) => {
    expect(await outcomes(await tampered(change))).toEqual(failsBy('signature'))
  })

  test('a field that no context knows, and no signature would cover', async () => {
    expect(await outcomes(await tampered((badge) => (badge.credentialSubject.isAwarded = 'with honours')))).toEqual(
      failsBy('signature'),
    )
  })
})

test('a credential with two signatures is as good as the worse one', async () => {
  const badge = await signedBadge()
  const both = { ...badge, proof: [badge.proof, { ...badge.proof, created: daysFromNow(-7).toISOString() }] }
  expect(await outcomes({ badge: both })).toEqual(failsBy('signature'))
  expect(did).toBe(badge.issuer.id)
  expect(signer.publicKey).toBe(badge.proof.verificationMethod.split('#')[1])
})
