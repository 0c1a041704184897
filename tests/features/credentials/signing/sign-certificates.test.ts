import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { issuerOf, openBadgeSchema } from '#app/domain/credential/open-badge.ts'
import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { settings } from '#app/env.server.ts'
import { viewDidDocument } from '#app/features/credentials/issuer/own-did.server.ts'
import { downloadCredential } from '#app/features/credentials/own-certificates.server.ts'
import { signOlderCertificates } from '#app/features/credentials/signing/sign-older.server.ts'
import { verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { viewStatusList } from '#app/features/credentials/signing/view-status-list.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'
import { verifiesBySecondStack } from '#tests/support/second-stack.ts'

let grace: Actor
let noor: Actor

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  noor = await createAccount('Noor')
})

const issued = async () =>
  (await issueAsSeen(grace, [await enrolment(noor, await publishCourse())])).issuedNumbers[0] ?? ''
const credentialOf = async (number: string) => JSON.parse((await downloadCredential(noor, number)).text)

/** As anybody elsewhere sees it: our published keys, and our published lists. */
async function verify(credential: unknown, at = now) {
  const document = await viewDidDocument()
  return verifyBadge(credential, {
    now: at,
    knownIssuer: (did) => (did === document.id ? { document, name: 'Stance', isOurs: true } : undefined),
    statusList: async (address) => JSON.parse(await viewStatusList(address.split('/').at(-1) ?? '', at)),
  })
}

describe('a certificate that is issued', () => {
  test('has a credential whose every finding is good, here and by a second stack', async () => {
    const credential = await credentialOf(await issued())
    const { findings, isOurs } = await verify(credential)
    expect(Object.values(findings).map(({ outcome }) => outcome)).toEqual(Array(5).fill('passed'))
    expect(isOurs).toBe(true)
    expect(await verifiesBySecondStack(credential)).toBe(true)
  })

  test('says in it what is printed, and of its holder only the name and a salted hash of the e-mail address', async () => {
    const number = await issued()
    const badge = openBadgeSchema.parse(await credentialOf(number))
    expect(badge).toMatchObject({
      id: `${settings().appUrl}/verify/${number}`,
      issuer: { name: 'Stance' },
      credentialSubject: { licenseNumber: number, creditsEarned: 5, achievement: { name: 'Therapeutic stance' } },
    })
    const [email, name] = [badge.credentialSubject.identifier].flat()
    expect(name).toMatchObject({ hashed: false, identityHash: 'Noor', identityType: 'name' })
    const hash = createHash('sha256').update(`${noor.email}${email?.salt}`).digest('hex')
    expect(email).toMatchObject({ hashed: true, identityHash: `sha256$${hash}`, identityType: 'emailAddress' })
    expect(JSON.stringify(badge)).not.toContain(noor.email)
    expect(JSON.stringify(badge)).not.toContain(noor.id)
  })

  test('stays what it was when its holder takes another name', async () => {
    const number = await issued()
    const before = await downloadCredential(noor, number)
    await db().user.update({ where: { id: noor.id }, data: { name: 'Noor Jansen' } })
    expect(await downloadCredential(noor, number)).toEqual(before)
  })

  test('is given as a credential to its holder and to staff, and to nobody else', async () => {
    const number = await issued()
    expect((await downloadCredential(grace, number)).number).toBe(number)
    await expect(downloadCredential(await createAccount('Sol'), number)).rejects.toMatchObject({ status: 404 })
  })

  test('is not issued at all where its credential cannot be signed', async () => {
    await db().issuerKey.create({ data: { id: 'z6MkOther', adoptedAt: now } })
    await expect(issued()).rejects.toThrow(/is not the one in force/)
    expect(await db().certificate.count()).toBe(0)
  })
})

test('no two of a batch have the same place on a list', async () => {
  const course = await publishCourse()
  const ids: string[] = []
  for (let each = 0; each < 10; each++) ids.push(await enrolment(await createAccount(`P${each}`), course))
  await issueAsSeen(grace, ids)
  for (const purpose of ['revocation', 'suspension'] as const) {
    const entries = await db().statusListEntry.findMany({ where: { purpose } })
    expect(new Set(entries.map(({ position }) => position)).size).toBe(10)
  }
})

describe('certificates from before there were credentials', () => {
  test('get theirs, once, with the days that they have', async () => {
    const number = await issued()
    // As an upgrade finds it: the certificate without what came later.
    await owner('TRUNCATE credential CASCADE')
    const later = new Date(now.getTime() + 3_600_000)
    expect(await signOlderCertificates(later)).toBe(1)
    expect(await signOlderCertificates(later)).toBe(0)
    const credential = await credentialOf(number)
    expect(credential.validFrom).toBe(`${now.toISOString().slice(0, 19)}Z`)
    expect((await verify(credential, later)).findings.status.outcome).toBe('passed')
  })
})

async function owner(statement: string) {
  const pg = await import('pg')
  const client = new pg.default.Client({ connectionString: process.env.DATABASE_ADMIN_URL })
  await client.connect()
  await client.query(statement)
  await client.end()
}

describe('the status lists', () => {
  /** What the desk will write. */
  const happens = async (
    number: string,
    kind: 'revoked' | 'superseded' | 'suspended' | 'lifted',
    at: Date,
    until?: Date,
  ) => {
    const { id } = await db().credential.findUniqueOrThrow({ where: { number } })
    await transact((tx) => tx.credentialEvent.create({ data: { credentialId: id, kind, at, until: until ?? null } }))
  }
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
  const statusAt = async (number: string, at: Date) => (await verify(await credentialOf(number), at)).findings.status

  test.each(['revoked', 'superseded'] as const)('say at once and for ever that a credential was %s', async (kind) => {
    const number = await issued()
    await happens(number, kind, minutes(5))
    expect((await statusAt(number, minutes(4))).outcome).toBe('passed')
    expect(await statusAt(number, minutes(6))).toMatchObject({
      outcome: 'failed',
      because: 'The issuer has revoked it.',
    })
  })

  test('say that it is suspended until that is lifted, or has ended by itself', async () => {
    const number = await issued()
    await happens(number, 'suspended', minutes(5), minutes(60))
    expect(await statusAt(number, minutes(6))).toMatchObject({ because: 'The issuer has suspended it.' })
    expect((await statusAt(number, minutes(61))).outcome).toBe('passed')
    await happens(number, 'suspended', minutes(70))
    await happens(number, 'lifted', minutes(80))
    expect((await statusAt(number, minutes(75))).outcome).toBe('failed')
    expect((await statusAt(number, minutes(85))).outcome).toBe('passed')
  })

  test('are signed, by what a second stack finds too, and end', async () => {
    await issued()
    const list = JSON.parse(await viewStatusList('revocation-1', now))
    expect(await verifiesBySecondStack(list)).toBe(true)
    expect(list).toMatchObject({ credentialSubject: { statusPurpose: 'revocation' }, issuer: issuerOf(list) })
    expect(Date.parse(list.validUntil) - Date.parse(list.validFrom)).toBe(7 * DAY_MS)
  })

  test('there is no list of another name', async () => {
    await expect(viewStatusList('revocation-2', now)).rejects.toMatchObject({ status: 404 })
  })
})
