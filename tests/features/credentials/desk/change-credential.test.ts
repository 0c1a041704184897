import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { CredentialState } from '#app/domain/credential/state.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import { viewCredential } from '#app/features/credentials/api/view-credential.server.ts'
import { changeCredential } from '#app/features/credentials/desk/change-credential.server.ts'
import type { CredentialChange } from '#app/features/credentials/desk/credential-change.ts'
import { viewDeskCredential, viewOwnCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { statusFinding, statusWithNotes } from '#tests/support/standing-credentials.ts'

let grace: Actor
let noor: Actor
let number: string

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  noor = await createAccount('Noor')
  const { issuedNumbers } = await issueAsSeen(grace, [await enrolment(noor, await publishCourse())])
  number = issuedNumbers[0] ?? ''
})

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const WORDS = 'Its course was taken by somebody else in her name.'

const suspension = { intent: 'suspend', cause: 'doubt', text: WORDS, lastDay: null, everything: false } as const
const lifting = { intent: 'lift', text: WORDS, everything: false } as const
const revocation = () => ({ intent: 'revoke', text: WORDS, end: number.slice(-6) }) as const

const change = (what: CredentialChange, at = later(1), of = number, by = grace) => changeCredential(by, of, what, at)
const refusal = async (what: CredentialChange, at?: Date, of?: string, by?: Actor) => {
  const changed = await change(what, at, of, by)
  return 'refusal' in changed ? changed.refusal.message : 'done'
}
const events = () => db().credentialEvent.count()
const audited = () => db().auditEntry.findMany({ where: { objectKind: 'credential' }, orderBy: { id: 'asc' } })

/** What each of those who ask is told of one number: its page, programs, and whoever checks the file by its lists. */
async function seenBy(at: Date, of = number) {
  const [page, api] = await Promise.all([verifyCertificate(of, at), viewCredential(of, at)])
  return [page.state, (api.body as { state: CredentialState['state'] }).state, await statusFinding(of, at)]
}

describe('a suspension', () => {
  test('is seen by every check at once, and told to the holder with its reason', async () => {
    expect(await seenBy(later(0))).toEqual(['valid', 'valid', 'Neither revoked nor suspended.'])
    const isKept = await writeInto(grace, 'credential', `${number}.suspend`)
    expect(await change(suspension)).toEqual({ changed: [number] })
    expect(await isKept()).toBe(false)
    expect(await seenBy(later(2))).toEqual(['suspended', 'suspended', 'The issuer has suspended it.'])
    expect((await mailsFor(noor.email)).filter((kind) => kind === 'credential-changed')).toHaveLength(1)
    const { events: told } = await viewOwnCredential(noor, number, later(2))
    expect(told).toMatchObject([{ kind: 'suspended', reason: expect.stringContaining(WORDS) }])
  })

  test('tells nobody else why', async () => {
    await change(suspension)
    const answers = await Promise.all([verifyCertificate(number, later(2)), viewCredential(number, later(2))])
    expect(JSON.stringify(answers)).not.toContain(WORDS)
    expect(JSON.stringify(await audited())).not.toContain(WORDS)
    const sol = await createAccount('Sol')
    await expect(viewOwnCredential(sol, number, later(2))).rejects.toMatchObject({ status: 404 })
  })

  test('ends by itself after its last day, at midnight in UTC', async () => {
    await change({ ...suspension, lastDay: '2026-11-30' })
    expect(await seenBy(new Date('2026-11-30T23:59:59Z'))).toMatchObject([
      'suspended',
      'suspended',
      expect.stringMatching('suspended it'),
    ])
    expect(await seenBy(new Date('2026-12-01T00:00:00Z'))).toEqual(['valid', 'valid', 'Neither revoked nor suspended.'])
    expect(await refusal(lifting, new Date('2026-12-01T00:00:00Z'))).toBe('It is not suspended.')
  })

  test('is lifted, and seen by every check at once', async () => {
    await change(suspension)
    expect(await change(lifting, later(5))).toEqual({ changed: [number] })
    expect(await seenBy(later(6))).toEqual(['valid', 'valid', 'Neither revoked nor suspended.'])
    expect((await audited()).map(({ action, actorId }) => [action, actorId])).toEqual([
      ['credential.suspended', grace.id],
      ['credential.lifted', grace.id],
    ])
  })

  test('is not for a day that is over', async () => {
    expect(await refusal({ ...suspension, lastDay: '2026-11-01' })).toBe('This day is over.')
  })
})

describe('a revocation', () => {
  test('is seen by every check at once, and stays', async () => {
    await change(revocation())
    expect(await seenBy(later(2))).toEqual(['revoked', 'revoked', 'The issuer has revoked it.'])
    expect(await refusal(suspension, later(3))).toBe('It was revoked, and stays revoked.')
    expect(await refusal(lifting, later(3))).toBe('It was revoked, and stays revoked.')
    expect(await refusal(revocation(), later(3))).toBe('It was revoked, and stays revoked.')
  })

  test('ends a suspension', async () => {
    await change(suspension)
    await change(revocation(), later(2))
    expect((await seenBy(later(3))).slice(0, 2)).toEqual(['revoked', 'revoked'])
  })

  test.each(['', 'STN', '00000'])('needs the end of the number typed again, and “%s” is not it', async (end) => {
    expect(await refusal({ ...revocation(), end })).toBe('These are not the last five characters of its number.')
    expect(await events()).toBe(0)
  })

  test('takes the end of the number with or without its dash, in either case', async () => {
    expect(await refusal({ ...revocation(), end: number.slice(-6).replace('-', ' ').toLowerCase() })).toBe('done')
  })
})

describe('of many at the same instant one is done', () => {
  test.each([
    ['suspensions', () => suspension, 'It is suspended already. Lift that first.'],
    ['revocations', revocation, 'It was revoked, and stays revoked.'],
  ])('of %s', async (_, what, because) => {
    const gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
    const done = await Promise.all(
      Array.from({ length: 10 }, (_, at) => refusal(what(), later(1), number, at % 2 ? gus : grace)),
    )
    expect(done.toSorted()).toEqual([...Array.from({ length: 9 }, () => because), 'done'].toSorted())
    expect(await events()).toBe(1)
    expect(await audited()).toHaveLength(1)
    expect((await mailsFor(noor.email)).filter((kind) => kind === 'credential-changed')).toHaveLength(1)
  })

  test('and what came second stands second, also where its request began first', async () => {
    await change(suspension, later(5))
    await change(lifting, later(4))
    expect((await verifyCertificate(number, later(6))).state).toBe('valid')
  })
})

describe('it is refused', () => {
  test('for what is not suspended', async () => {
    expect(await refusal(lifting)).toBe('It is not suspended.')
  })

  test('over one’s own, over a supervisee’s and where there is a conflict of interest', async () => {
    const gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
    const { issuedNumbers } = await issueAsSeen(gus, [await enrolment(grace, await publishCourse())])
    expect(await refusal(suspension, later(1), issuedNumbers[0])).toMatch('have a part in this')
    await db().conflict.create({
      data: { markerId: gus.id, traineeId: noor.id, kind: 'conflict', declaredById: gus.id, declaredAt: now },
    })
    expect(await refusal(suspension, later(1), number, gus)).toMatch('have a part in this')
    expect((await viewDeskCredential(gus, number, later(1))).isBarred).toBe(true)
    await db().supervisorStatement.create({
      data: { traineeId: noor.id, supervisorId: grace.id, isPositive: true, body: {}, sentAt: now },
    })
    expect(await refusal(suspension)).toMatch('have a part in this')
    expect(await events()).toBe(0)
  })

  test.each(ROLES.filter((role) => role !== 'accreditation_staff'))('to a %s', async (role) => {
    const actor = await createAccount('Mallory', { roles: [role] })
    await expect(changeCredential(actor, number, suspension, now)).rejects.toMatchObject({ status: 403 })
    await expect(viewDeskCredential(actor, number, now)).rejects.toMatchObject({ status: 403 })
  })

  test('for a number that was never issued, and for what is none', async () => {
    for (const typed of ['STN-0000-0000-0000-0000-0', 'nothing'])
      await expect(change(suspension, later(1), typed)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a lapse of the registration', () => {
  let statuses: string[]
  const lapse = { ...suspension, cause: 'registration', text: '', everything: true } as const

  beforeEach(async () => {
    statuses = await statusWithNotes(noor, grace, now)
  })

  test('suspends all statuses and notes of the person in one go, and no certificate of a course', async () => {
    expect(await change(lapse, later(1), statuses[0])).toEqual({ changed: statuses })
    for (const of of statuses) expect(await statusFinding(of, later(2))).toBe('The issuer has suspended it.')
    expect((await verifyCertificate(number, later(2))).state).toBe('valid')
    expect(await audited()).toHaveLength(statuses.length)
    expect((await mailsFor(noor.email)).filter((kind) => kind === 'credential-changed')).toHaveLength(1)
  })

  test('is lifted in one go, while what was suspended for something else stays so', async () => {
    await change(suspension, later(1), statuses[1])
    expect(await change(lapse, later(2), statuses[0])).toEqual({ changed: [statuses[0], statuses[2]] })
    expect(await change({ ...lifting, everything: true }, later(3), statuses[0])).toEqual({
      changed: [statuses[0], statuses[2]],
    })
    expect(await statusFinding(statuses[1] ?? '', later(4))).toBe('The issuer has suspended it.')
  })

  test('goes on where a shorter suspension would have ended', async () => {
    await change({ ...suspension, lastDay: '2026-11-05' }, later(1), statuses[1])
    expect(await change(lapse, later(2), statuses[0])).toEqual({ changed: statuses })
    expect(await statusFinding(statuses[1] ?? '', new Date('2026-11-06'))).toBe('The issuer has suspended it.')
  })

  test('is the only kind of reason that is meant for all of them', async () => {
    expect(await refusal({ ...lapse, cause: 'doubt', text: WORDS }, later(1), statuses[0])).toMatch('not about all')
    expect(await events()).toBe(0)
  })

  test('pressed twice at once suspends each once', async () => {
    const done = await Promise.all(statuses.map((of) => refusal(lapse, later(1), of)))
    expect(done.filter((each) => each === 'done')).toHaveLength(1)
    expect(await events()).toBe(statuses.length)
  })
})
