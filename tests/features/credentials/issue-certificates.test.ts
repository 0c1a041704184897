import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { sheetOf } from '#app/domain/credential/printed.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import { issueCertificates } from '#app/features/credentials/issue-certificates.server.ts'
import { previewCertificates } from '#app/features/credentials/preview-certificates.server.ts'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import {
  completed,
  enrolment,
  issueAsSeen,
  type PublishedCourse,
  publishCourse,
  publishCourseAgain,
  started,
} from '#tests/support/certificates.ts'

let grace: Actor
let noor: Actor
let sol: Actor
let stance: PublishedCourse

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff', 'trainee'] })
  noor = await createAccount('Noor')
  sol = await createAccount('Sol')
  stance = await publishCourse()
})

const certificates = () => db().certificate.findMany({ orderBy: { holderName: 'asc' } })
const audited = () => db().auditEntry.findMany({ where: { action: 'certificate.issued' } })
const rename = (person: Actor, name: string) => db().user.update({ where: { id: person.id }, data: { name } })

describe('issuing a certificate', () => {
  test('copies what the preview showed, for ever', async () => {
    const id = await enrolment(noor, stance)
    const [preview] = await previewCertificates(grace, [id])
    await issueAsSeen(grace, [id])
    await rename(noor, 'Noor Jansen')
    await publishCourseAgain(stance, { title: 'Another title', cpdHours: 50 }, now)

    const [certificate] = await certificates()
    expect(certificate).toMatchObject({
      ...preview?.text,
      holderName: 'Noor',
      courseTitle: 'Therapeutic stance',
      cpdHours: 5,
      startedAt: started,
      completedAt: completed,
      issuedAt: now,
      issuedById: grace.id,
      userId: noor.id,
    })
    expect(parseCertificateNumber(certificate?.number ?? '')).toEqual({ number: certificate?.number })
  })

  test('says what the course was when it was completed, not what it has become', async () => {
    await publishCourseAgain(stance, { title: 'Stance, revised', cpdHours: 6 }, new Date('2026-10-01'))
    await publishCourseAgain(stance, { title: 'Stance, revised twice', cpdHours: 7 }, new Date('2026-10-25'))
    const [preview] = await previewCertificates(grace, [await enrolment(noor, stance)])
    expect(preview?.text).toMatchObject({ courseTitle: 'Stance, revised', cpdHours: 6 })
  })

  test('takes the first version for a course that was completed before it was published here', async () => {
    const id = await enrolment(noor, stance, new Date('2025-06-01'))
    await publishCourseAgain(stance, { title: 'Later' }, new Date('2026-10-01'))
    const [preview] = await previewCertificates(grace, [id])
    expect(preview?.text.courseTitle).toBe('Therapeutic stance')
  })

  test('says what a board says of the course while its approval was held, on the page and for ever', async () => {
    const held = { body: 'A board', statement: 'Approved by a board.', from: '2026-01-01', until: '2026-12-31' }
    const past = { ...held, statement: 'Approved by another board.', until: '2026-10-19' }
    const approved = await publishCourse({ title: 'Approved', approvals: [held, past] })
    const { issuedNumbers } = await issueAsSeen(grace, [await enrolment(noor, approved)])
    await publishCourseAgain(approved, { title: 'Approved' }, now)
    const verified = await verifyCertificate(issuedNumbers[0] ?? '', now)
    expect('printed' in verified && sheetOf(verified.printed).statements).toEqual(['Approved by a board.'])
  })

  test('tells the holder, and writes the audit trail without a name', async () => {
    await issueAsSeen(grace, [await enrolment(noor, stance)])
    const [certificate] = await certificates()
    const [entry] = await audited()
    expect(await mailsFor(noor.email)).toEqual(['certificate-issued'])
    expect(entry).toMatchObject({ actorId: grace.id, objectKind: 'certificate', objectId: certificate?.id, at: now })
    expect(JSON.stringify(entry)).not.toContain('Noor')
  })

  test('issues many at once, each with a number of its own', async () => {
    const ids = [await enrolment(noor, stance), await enrolment(sol, stance)]
    const { issuedNumbers, refused } = await issueAsSeen(grace, ids)
    expect(new Set(issuedNumbers).size).toBe(2)
    expect(refused).toEqual([])
    expect((await certificates()).map(({ holderName }) => holderName)).toEqual(['Noor', 'Sol'])
  })
})

describe('a certificate is issued once', () => {
  test('however often the button is pressed at the same instant', async () => {
    const confirmed = await previewCertificates(grace, [await enrolment(noor, stance)])
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => issueCertificates(grace, confirmed, now)))

    expect(await certificates()).toHaveLength(1)
    expect(outcomes.flatMap(({ issuedNumbers }) => issuedNumbers)).toHaveLength(1)
    expect(outcomes.flatMap(({ refused }) => refused).every(({ isIssuedAlready }) => isIssuedAlready)).toBe(true)
    expect(await audited()).toHaveLength(1)
    expect(await mailsFor(noor.email)).toHaveLength(1)
  })

  test('when two officers meet over the same people in another order', async () => {
    const gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
    const people = await Promise.all(['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Fay'].map((name) => createAccount(name)))
    const ids = await Promise.all(people.map((person) => enrolment(person, stance)))
    const forwards = await previewCertificates(grace, ids)
    const outcomes = await Promise.all([
      issueCertificates(grace, forwards, now),
      issueCertificates(gus, [...forwards].reverse(), now),
      issueCertificates(grace, forwards.slice(2), now),
    ])

    expect(await certificates()).toHaveLength(people.length)
    expect(outcomes.flatMap(({ issuedNumbers }) => issuedNumbers)).toHaveLength(people.length)
  })

  test('and neither changed nor deleted, whoever asks the database', async () => {
    await issueAsSeen(grace, [await enrolment(noor, stance)])
    await expect(db().certificate.updateMany({ data: { holderName: 'Somebody else' } })).rejects.toThrow()
    await expect(db().certificate.deleteMany()).rejects.toThrow()
    expect((await certificates())[0]?.holderName).toBe('Noor')
  })
})

describe('issuing is refused', () => {
  test('to oneself, while the others are issued', async () => {
    const own = await enrolment(grace, stance)
    const { issuedNumbers, refused } = await issueAsSeen(grace, [own, await enrolment(noor, stance)])
    expect(issuedNumbers).toHaveLength(1)
    expect(refused).toEqual([
      { enrolmentId: own, isIssuedAlready: false, because: 'Your own: another officer has to issue it.' },
    ])
    expect((await certificates()).map(({ holderName }) => holderName)).toEqual(['Noor'])
  })

  test('when the name has changed since the officer looked', async () => {
    const confirmed = await previewCertificates(grace, [await enrolment(noor, stance)])
    await rename(noor, 'Noor Jansen')
    const { issuedNumbers, refused } = await issueCertificates(grace, confirmed, now)
    expect(issuedNumbers).toEqual([])
    expect(refused[0]?.because).toMatch('something else now')
    expect(await certificates()).toEqual([])
  })

  test('when no font has a letter of the name, which the preview names', async () => {
    await rename(noor, 'Noor ꦱ')
    const id = await enrolment(noor, stance)
    expect(await previewCertificates(grace, [id])).toMatchObject([
      { canIssue: false, because: expect.stringContaining('“ꦱ”') },
    ])
    expect(await issueAsSeen(grace, [id])).toMatchObject({ issuedNumbers: [], refused: [{ enrolmentId: id }] })
  })

  test('without a word for a course under way and for ids that do not exist', async () => {
    const underWay = await enrolment(noor, stance, null)
    const confirmed = [underWay, randomUUID()].map((enrolmentId) => ({ enrolmentId, seen: 'anything' }))
    expect(await issueCertificates(grace, confirmed, now)).toEqual({ issuedNumbers: [], refused: [] })
    expect(await previewCertificates(grace, [underWay, randomUUID()])).toEqual([])
  })

  test.each(ROLES.filter((role) => role !== 'accreditation_staff'))('to a %s', async (role) => {
    const actor = await createAccount('Mallory', { roles: [role] })
    const id = await enrolment(noor, stance)
    await expect(previewCertificates(actor, [id])).rejects.toMatchObject({ status: 403 })
    const [preview] = await previewCertificates(grace, [id])
    const attempt = async () => issueCertificates(actor, preview ? [preview] : [], now)
    await expect(attempt()).rejects.toMatchObject({ status: 403 })
    expect(await certificates()).toEqual([])
  })
})
