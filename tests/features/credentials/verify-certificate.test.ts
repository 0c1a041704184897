import { beforeEach, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { now } from '#tests/support/accounts.ts'
import { onePersonWithCertificate } from '#tests/support/certificates.ts'

const NEVER_ISSUED = 'STN-0000-0000-0000-0000-0'

let noor: Actor
let number: string

beforeEach(async () => {
  ;({ noor, number } = await onePersonWithCertificate())
})

test('anybody who has the number sees what the certificate says, and nothing else', async () => {
  const verification = await verifyCertificate(number, now)
  expect(verification).toMatchObject({ state: 'valid', printed: { number, holderName: 'Noor' } })
  expect(Object.keys('printed' in verification ? verification.printed : {}).sort()).toEqual([
    'completedAt',
    'courseFormat',
    'courseTitle',
    'cpdHours',
    'holderName',
    'issuedAt',
    'kind',
    'number',
    'startedAt',
  ])
})

test('the number is read as people type it', async () => {
  const typed = ` ${number.toLowerCase().replaceAll('-', ' ')} `
  expect(await verifyCertificate(typed, now)).toMatchObject({ state: 'valid', printed: { number } })
})

test('a certificate stays what it was when its holder takes another name', async () => {
  const before = await verifyCertificate(number, now)
  await db().user.update({ where: { id: noor.id }, data: { name: 'Noor Jansen' } })
  expect(await verifyCertificate(number, now)).toEqual(before)
})

test('a number that was never issued is unknown', async () => {
  expect(await verifyCertificate(NEVER_ISSUED, now)).toEqual({ state: 'unknown', number: NEVER_ISSUED })
})

test('a number with a mistake in it is told from one that was never issued, without asking the database', async () => {
  const { result, queries } = await countQueries(() => verifyCertificate(`${NEVER_ISSUED.slice(0, -1)}1`, now))
  expect(result).toMatchObject({ state: 'mistaken', fault: expect.stringContaining('wrong or out of place') })
  expect(queries()).toBe(0)
})

test('verifying asks the database once', async () => {
  const { queries } = await countQueries(() => verifyCertificate(number, now))
  expect(queries()).toBe(1)
})

test.each([
  ['revoked', { state: 'revoked', since: now }],
  ['superseded', { state: 'superseded', since: now }],
  ['lapsed', { state: 'lapsed', since: now }],
  ['suspended', { state: 'suspended', since: now, until: null }],
] as const)('one that was %s is said to be, and goes on saying what it said', async (kind, said) => {
  const { id } = await db().credential.findUniqueOrThrow({ where: { number } })
  await db().credentialEvent.create({ data: { credentialId: id, kind, at: now } })
  const { result, queries } = await countQueries(() => verifyCertificate(number, now))
  expect(result).toMatchObject({ ...said, printed: { holderName: 'Noor' } })
  expect(queries()).toBe(1)
})
