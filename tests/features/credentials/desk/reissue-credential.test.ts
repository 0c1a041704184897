import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import { askCorrection } from '#app/features/credentials/desk/ask-correction.server.ts'
import { changeCredential } from '#app/features/credentials/desk/change-credential.server.ts'
import { refuseCorrection, reissueCredential } from '#app/features/credentials/desk/reissue-credential.server.ts'
import { viewDeskCredential, viewOwnCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { issueCertificates } from '#app/features/credentials/issue-certificates.server.ts'
import { previewCertificates } from '#app/features/credentials/preview-certificates.server.ts'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { statusFinding, statusWithNotes } from '#tests/support/standing-credentials.ts'

let grace: Actor
let noor: Actor
let enrolmentId: string
let number: string

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  noor = await createAccount('Noor')
  enrolmentId = await enrolment(noor, await publishCourse())
  number = (await issueAsSeen(grace, [enrolmentId])).issuedNumbers[0] ?? ''
})

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const NAME = 'Noor Șțefănescu'
const WORDS = 'It was revoked by mistake, for which we are sorry.'

const rename = (name = NAME) => db().user.update({ where: { id: noor.id }, data: { name } })
const reissue = (of = number, { seen = NAME, text = '', by = grace, at = later(1) } = {}) =>
  reissueCredential(by, of, { seen, text }, at)
const numberOf = async (reissued: ReturnType<typeof reissue>) => {
  const done = await reissued
  return 'number' in done ? done.number : done.refusal.message
}
const ask = (text = 'My name has changed since I married.') => askCorrection(noor, number, { text }, later(0))
const told = async () => (await mailsFor(noor.email)).filter((kind) => kind === 'correction-answered')

describe('issuing again for a corrected name', () => {
  test('gives a new number and ends the one before; each names the other', async () => {
    await rename()
    const isKept = await writeInto(grace, 'credential', `${number}.reissue`)
    const again = await numberOf(reissue())
    expect(await isKept()).toBe(false)
    expect(again).toMatch(/^STN-/)
    expect(again).not.toBe(number)
    const [before, after] = [await verifyCertificate(number, later(2)), await verifyCertificate(again, later(2))]
    expect(before).toMatchObject({ state: 'superseded', supersededBy: again })
    expect(after).toMatchObject({ state: 'valid', printed: { holderName: NAME, courseTitle: 'Therapeutic stance' } })
    expect(await statusFinding(number, later(2))).toBe('The issuer has revoked it.')
    expect(await statusFinding(again, later(2))).toBe('Neither revoked nor suspended.')
    expect(await viewOwnCredential(noor, again, later(2))).toMatchObject({ supersedes: number, supersededBy: null })
  })

  test('shows beforehand what the new one would say', async () => {
    await rename()
    const { sheet, again } = await viewDeskCredential(grace, number, later(0))
    expect([sheet.holderName, again]).toMatchObject(['Noor', { sheet: { ...sheet, holderName: NAME } }])
  })

  test('does the same for a status and for a note of it', async () => {
    const [status = '', note = ''] = await statusWithNotes(noor, grace, now)
    await rename()
    for (const of of [status, note]) {
      const again = await numberOf(reissue(of))
      expect(await verifyCertificate(of, later(2))).toMatchObject({ state: 'superseded', supersededBy: again })
      const [before, after] = await Promise.all([of, again].map((each) => viewDeskCredential(grace, each, later(2))))
      expect(after).toMatchObject({ kind: before?.kind, title: before?.title, validUntil: before?.validUntil })
      expect(after?.holderName).toBe(NAME)
    }
  })

  test('happens once, however often the button is pressed at the same instant', async () => {
    await rename()
    const gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
    const done = await Promise.all(
      Array.from({ length: 10 }, (_, at) => numberOf(reissue(number, { by: at % 2 ? gus : grace }))),
    )
    expect(done.filter((each) => each.startsWith('STN-'))).toHaveLength(1)
    expect(await db().certificate.count()).toBe(2)
    expect(await db().auditEntry.count({ where: { action: 'credential.reissued' } })).toBe(1)
    expect(await told()).toHaveLength(1)
  })

  test('leaves the enrolment with one certificate that stands, which is not issued a second time', async () => {
    const confirmed = await previewCertificates(grace, [enrolmentId])
    await rename()
    const again = await numberOf(reissue())
    expect(await previewCertificates(grace, [enrolmentId])).toMatchObject([
      { canIssue: false, because: `Issued already, with the number ${again}.` },
    ])
    expect(await issueCertificates(grace, confirmed, later(3))).toMatchObject({ issuedNumbers: [] })
  })

  test('can be done again after another change of name, from the one that stands', async () => {
    await rename()
    const second = await numberOf(reissue())
    await rename('Noor Visser')
    expect(await numberOf(reissue(number, { seen: 'Noor Visser' }))).toMatch('taken its place')
    const third = await numberOf(reissue(second, { seen: 'Noor Visser', at: later(5) }))
    expect(await verifyCertificate(second, later(6))).toMatchObject({ supersededBy: third })
  })
})

describe('what was revoked by mistake', () => {
  beforeEach(async () => {
    await changeCredential(grace, number, { intent: 'revoke', text: WORDS, end: number.slice(-6) }, now)
  })

  test('is given again under a new number and the same name, with a reason, and stays revoked itself', async () => {
    const again = await numberOf(reissue(number, { seen: 'Noor', text: WORDS }))
    expect(await verifyCertificate(number, later(2))).toMatchObject({ state: 'revoked' })
    expect(await verifyCertificate(again, later(2))).toMatchObject({ state: 'valid' })
    expect(await numberOf(reissue(number, { seen: 'Noor', text: WORDS }))).toMatch('taken its place')
  })

  test('is not given again without a reason', async () => {
    expect(await numberOf(reissue(number, { seen: 'Noor' }))).toMatch('Say why')
  })
})

describe('it is not issued again', () => {
  test('where the name is printed as it is today', async () => {
    expect(await numberOf(reissue(number, { seen: 'Noor' }))).toMatch('changes it in their settings first')
  })

  test('where the name has changed since it was seen', async () => {
    await rename()
    expect(await numberOf(reissue(number, { seen: 'Noor Visser' }))).toMatch('since you looked')
  })

  test('where no font has a letter of the name', async () => {
    await rename('Noor ꦱ')
    expect(await numberOf(reissue(number, { seen: 'Noor ꦱ' }))).toMatch('“ꦱ”')
    expect((await viewDeskCredential(grace, number, now)).again).toMatchObject({
      because: expect.stringContaining('“ꦱ”'),
    })
  })

  test('while it is suspended', async () => {
    await rename()
    const suspension = { intent: 'suspend', cause: 'doubt', text: WORDS, lastDay: null, everything: false } as const
    await changeCredential(grace, number, suspension, now)
    expect(await numberOf(reissue())).toBe('It is suspended. Lift that first.')
  })

  test('by whoever has a part in it', async () => {
    await rename()
    const gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
    const marking = { markerId: gus.id, traineeId: noor.id, kind: 'conflict', declaredById: gus.id } as const
    await db().conflict.create({ data: { ...marking, declaredAt: now } })
    expect(await numberOf(reissue(number, { by: gus }))).toMatch('have a part in this')
  })

  test.each(ROLES.filter((role) => role !== 'accreditation_staff'))('by a %s', async (role) => {
    const actor = await createAccount('Mallory', { roles: [role] })
    const attempt = async () => reissue(number, { by: actor })
    await expect(attempt()).rejects.toMatchObject({ status: 403 })
    const refusing = async () => refuseCorrection(actor, number, { text: WORDS }, now)
    await expect(refusing()).rejects.toMatchObject({ status: 403 })
  })
})

describe('a correction that the holder asks for', () => {
  test('stands before staff once, however often it is asked for at the same instant', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask()))
    expect(answers.filter((because) => because === null)).toHaveLength(1)
    expect(answers.filter((because) => because === 'You have asked already. Staff look at it.')).toHaveLength(4)
    expect((await viewDeskCredential(grace, number, now)).corrections).toMatchObject([{ closedAt: null }])
    expect(await db().auditEntry.count({ where: { action: 'correction.asked' } })).toBe(1)
  })

  test('is granted when it is issued again', async () => {
    await ask()
    await rename()
    await reissue()
    expect((await viewOwnCredential(noor, number, later(2))).corrections).toMatchObject([
      { isGranted: true, closedAt: later(1) },
    ])
  })

  test('is refused with a reason that the holder reads and no mail repeats', async () => {
    await ask()
    const text = 'The course was taken under the name that is printed.'
    expect(await refuseCorrection(grace, number, { text }, later(1))).toBeNull()
    expect((await viewOwnCredential(noor, number, later(2))).corrections).toMatchObject([
      { isGranted: false, answer: text },
    ])
    expect(await told()).toHaveLength(1)
    expect(JSON.stringify(await db().notice.findMany())).not.toContain(text)
    expect(await refuseCorrection(grace, number, { text }, later(1))).toMatchObject({
      message: 'Nothing is asked for any more.',
    })
    expect(await ask()).toBeNull()
  })

  test('is not for somebody else’s, and not for what has ended', async () => {
    const sol = await createAccount('Sol')
    await expect(askCorrection(sol, number, { text: 'It should be mine.' }, now)).rejects.toMatchObject({ status: 404 })
    await changeCredential(grace, number, { intent: 'revoke', text: WORDS, end: number.slice(-6) }, now)
    expect(await ask()).toBe('It was revoked, and stays revoked.')
  })
})
