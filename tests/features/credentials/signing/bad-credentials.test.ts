import { describe, expect, test } from 'vitest'
import type { IssuerKey } from '#app/domain/credential/did.ts'
import { FINDING_NAMES, type FindingName } from '#app/domain/credential/findings.ts'
import { multikeyOf } from '#app/domain/credential/multibase.ts'
import { type Sources, verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import {
  daysFromNow,
  did,
  facts,
  issuerWith,
  type Json,
  list,
  signedBadge,
  signedList,
  signer,
  sources,
} from '#tests/support/badges.ts'
import { signerFrom } from '#tests/support/issuer.ts'

type Bad = { badge: Json; known?: Sources }

/** Signed as it should be, and changed afterwards. */
const tampered = async (change: (badge: Json) => void): Promise<Bad> => {
  const badge = await signedBadge()
  change(badge)
  return { badge }
}
/** Signed by us with this in it already: the signature is good. */
const signedWith = async (change: (badge: Json) => void): Promise<Bad> => ({ badge: await signedBadge(change) })
const knowing = async (changes: Partial<Sources>): Promise<Bad> => ({
  badge: await signedBadge(),
  known: sources(changes),
})

const outcomes = async ({ badge, known = sources() }: Bad) => {
  const { findings } = await verifyBadge(badge, known)
  return Object.fromEntries(FINDING_NAMES.map((name) => [name, findings[name].outcome]))
}

/** Each fails by this finding, and every other one stands. */
const failsBy = (name: FindingName) => ({
  ...Object.fromEntries(FINDING_NAMES.map((each) => [each, 'passed'])),
  [name]: 'failed',
})
const lists = (purpose: string, given: Json | undefined) => ({
  statusList: async (address: string) => (address === list(purpose) ? given : signedList('suspension')),
})

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

describe('a credential by the wrong hand fails by its issuer alone', () => {
  const other = signerFrom('somebody else')
  const theirs = { ...facts, did: `did:key:${other.publicKey}` }

  test('in our name, with somebody else’s key', async () => {
    const badge = await signedBadge(undefined, { did: theirs.did, signer: other })
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

test('a credential with two signatures is as good as the worse one', async () => {
  const badge = await signedBadge()
  const both = { ...badge, proof: [badge.proof, { ...badge.proof, created: daysFromNow(-7).toISOString() }] }
  expect(await outcomes({ badge: both })).toEqual(failsBy('signature'))
  expect(did).toBe(badge.issuer.id)
  expect(signer.publicKey).toBe(badge.proof.verificationMethod.split('#')[1])
})
