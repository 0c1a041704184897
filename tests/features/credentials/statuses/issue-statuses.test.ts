import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { SpecialistNote } from '#app/domain/credential/kinds.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import {
  type ConfirmedItem,
  type Intent,
  issueStatuses,
} from '#app/features/credentials/statuses/issue-statuses.server.ts'
import { previewStatuses } from '#app/features/credentials/statuses/preview-statuses.server.ts'
import { sendBack } from '#app/features/credentials/statuses/send-back.server.ts'
import { viewStatuses } from '#app/features/credentials/statuses/view-statuses.server.ts'
import { verifyCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { signed } from '#tests/support/portfolio.ts'
import { awardStatus, publishPathway } from '#tests/support/statuses.ts'
import { createSupervisor, keep, treatment } from '#tests/support/supervision.ts'

const TWO_PEOPLE = 'release: { people: 2 }\n'
const staff = { roles: ['accreditation_staff'] } as const

let noor: Actor
let grace: Actor
let gil: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  grace = await createAccount('Grace', { roles: [...staff.roles] })
  gil = await createAccount('Gil', { roles: [...staff.roles] })
})

const granted = async (rest = '', applicant = noor) => {
  await publishPathway(rest)
  return awardStatus(applicant, applicant === grace ? gil : grace)
}

/** What an officer sees of a status and of these notes. */
async function seenBy(officer: Actor, id: string, notes: SpecialistNote[] = []): Promise<ConfirmedItem[]> {
  const [preview] = await previewStatuses(officer, [id], now)
  const wanted = [null, ...notes]
  return (preview?.items ?? [])
    .filter(({ note }) => wanted.includes(note))
    .map(({ note, seen }) => ({ statusRecordId: id, note, seen }))
}

const act = async (officer: Actor, intent: Intent, id: string, notes?: SpecialistNote[]) =>
  issueStatuses(officer, intent, await seenBy(officer, id, notes), now)

const credentials = () => db().credential.findMany({ orderBy: { title: 'asc' } })
const audited = async (action: string) => db().auditEntry.count({ where: { action } })
const mails = async (person: Actor, kind: string) => (await mailsFor(person.email)).filter((one) => one === kind).length
const rename = (person: Actor, name: string) => db().user.update({ where: { id: person.id }, data: { name } })
const reasons = ({ refused }: { refused: { because: string }[] }) => refused.map(({ because }) => because)

/** A completed group and two completed individual treatments, countersigned. */
async function evidence(owner: Actor): Promise<void> {
  const supervisor = await createSupervisor('Sunniva')
  for (const modality of ['group', 'individual', 'individual'] as const)
    await signed(await keep(owner, 'case', { ...treatment, modality }), supervisor.id)
}

describe('issuing a status', () => {
  test('says what the preview showed, tells the holder, and is audited without a name', async () => {
    const id = await granted()
    const [preview] = await previewStatuses(grace, [id], now)
    const { issuedNumbers, refused } = await act(grace, 'issue', id)
    expect(refused).toEqual([])
    expect(await verifyCertificate(issuedNumbers[0] ?? '', now)).toMatchObject({
      state: 'valid',
      printed: preview?.items[0]?.text,
    })
    expect(await mails(noor, 'status-issued')).toBe(1)
    const [entry] = await db().auditEntry.findMany({ where: { action: 'credential.issued' } })
    expect(entry).toMatchObject({ actorId: grace.id, details: { number: issuedNumbers[0], statusRecordId: id } })
    expect(JSON.stringify(entry)).not.toContain('Noor')
  })

  test('issues the notes that were ticked, where the evidence supports them', async () => {
    await evidence(noor)
    const id = await granted()
    const { issuedNumbers, refused } = await act(grace, 'issue', id, ['group', 'mbt_i'])
    expect(issuedNumbers).toHaveLength(2)
    expect(reasons({ refused })).toEqual(['The evidence that was handed in does not support this note.'])
    expect((await credentials()).map(({ title }) => title)).toEqual(['MBT practitioner', 'MBT practitioner: groups'])
    expect((await act(grace, 'issue', id, ['individual'])).issuedNumbers).toHaveLength(1)
  })

  test('puts no note before its status', async () => {
    await evidence(noor)
    const id = await granted()
    const note = (await seenBy(grace, id, ['group'])).slice(1)
    expect(reasons(await issueStatuses(grace, 'issue', note, now))).toEqual(['The status itself comes first.'])
  })

  test('is once, however often the button is pressed at the same instant', async () => {
    await evidence(noor)
    const id = await granted()
    const seen = await seenBy(grace, id, ['group'])
    const outcomes = await Promise.all(
      [grace, gil, grace, gil, grace, gil].map((officer) => issueStatuses(officer, 'issue', seen, now)),
    )
    expect(outcomes.flatMap(({ issuedNumbers }) => issuedNumbers)).toHaveLength(2)
    expect(outcomes.flatMap(({ refused }) => refused).every(({ isIssuedAlready }) => isIssuedAlready)).toBe(true)
    expect(await credentials()).toHaveLength(2)
    expect(await audited('credential.issued')).toBe(2)
    expect(await mails(noor, 'status-issued')).toBe(2)
  })
})

describe('a status that takes two people', () => {
  test('is prepared by one and released by another, who sees the same', async () => {
    const id = await granted(TWO_PEOPLE)
    expect(await act(grace, 'issue', id)).toMatchObject({ issuedNumbers: [], prepared: 1, refused: [] })
    expect(await credentials()).toEqual([])
    expect(await mails(gil, 'release-waits')).toBe(1)
    expect(await mails(grace, 'release-waits')).toBe(0)
    expect((await viewStatuses(gil, { state: 'prepared', page: 1 }, now)).statuses).toMatchObject([
      { statusRecordId: id, preparedBy: 'Grace', preparedAt: now },
    ])
    expect((await act(gil, 'release', id)).issuedNumbers).toHaveLength(1)
    const [entry] = await db().auditEntry.findMany({ where: { action: 'credential.issued' } })
    expect(entry).toMatchObject({ actorId: gil.id, details: { preparedById: grace.id } })
  })

  test('is not released by whoever prepared it, nor by its holder, nor issued past the second person', async () => {
    const own = await createAccount('Olu', { roles: ['trainee', 'accreditation_staff'] })
    const id = await granted(TWO_PEOPLE, own)
    await act(grace, 'issue', id)
    expect(reasons(await act(grace, 'release', id))).toEqual(['You prepared it: somebody else has to release it.'])
    expect(reasons(await act(own, 'release', id))).toEqual(['Your own: another officer has to issue it.'])
    expect(reasons(await act(gil, 'issue', id))[0]).toMatch('Grace has prepared it')
    expect(await credentials()).toEqual([])
  })

  test('is released once by two at the same instant, and prepared once', async () => {
    const id = await granted(TWO_PEOPLE)
    const gus = await createAccount('Gus', { roles: [...staff.roles] })
    const seen = await seenBy(grace, id)
    const first = await Promise.all([grace, grace, grace].map((officer) => issueStatuses(officer, 'issue', seen, now)))
    expect(first.reduce((sum, { prepared }) => sum + prepared, 0)).toBe(1)
    expect(await audited('credential.prepared')).toBe(1)
    const second = await Promise.all(
      [gil, gus, gil, gus].map((officer) => issueStatuses(officer, 'release', seen, now)),
    )
    expect(second.flatMap(({ issuedNumbers }) => issuedNumbers)).toHaveLength(1)
    expect(await credentials()).toHaveLength(1)
    expect(await audited('credential.issued')).toBe(1)
  })

  test('is refused where its words changed since it was prepared, and has to be prepared anew', async () => {
    const id = await granted(TWO_PEOPLE)
    await act(grace, 'issue', id)
    await rename(noor, 'Noor Jansen')
    expect(reasons(await act(gil, 'release', id))[0]).toMatch('than when it was prepared')
    const back = { statusRecordId: id, because: 'The name has changed since.' }
    const isKept = await writeInto(gil, 'status-return', id)
    expect(await sendBack(gil, back, now)).toBeNull()
    expect(await isKept()).toBe(false)
    await act(grace, 'issue', id)
    expect((await act(gil, 'release', id)).issuedNumbers).toHaveLength(1)
    expect((await credentials())[0]?.holderName).toBe('Noor Jansen')
  })

  test('is sent back with a reason that whoever prepared it reads, once', async () => {
    const id = await granted(TWO_PEOPLE)
    await act(grace, 'issue', id)
    const back = { statusRecordId: id, because: 'The term is not what was decided.' }
    const answers = await Promise.all([sendBack(gil, back, now), sendBack(gil, back, now)])
    expect(answers.toSorted()).toEqual(['Nothing of it waits for a second person.', null])
    expect(await mails(grace, 'release-returned')).toBe(1)
    expect(await audited('credential.sent-back')).toBe(1)
    const [preview] = await previewStatuses(grace, [id], now)
    expect(preview?.items[0]).toMatchObject({
      prepared: null,
      returned: { byName: 'Gil', because: 'The term is not what was decided.' },
      decision: { step: 'prepare' },
    })
    expect((await viewStatuses(grace, { state: 'waiting', page: 1 }, now)).statuses).toMatchObject([
      { isReturned: true },
    ])
    await expect(sendBack(noor, back, now)).rejects.toMatchObject({ status: 403 })
    await expect(sendBack(gil, { ...back, statusRecordId: randomUUID() }, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('issuing is refused', () => {
  test('to oneself, and to whoever has a part in it', async () => {
    const own = await createAccount('Olu', { roles: ['trainee', 'accreditation_staff'] })
    const id = await granted('', own)
    const conflict = {
      markerId: gil.id,
      traineeId: own.id,
      kind: 'supervisee',
      declaredById: gil.id,
      declaredAt: now,
    } as const
    await db().conflict.create({ data: conflict })
    expect(reasons(await act(own, 'issue', id))).toEqual(['Your own: another officer has to issue it.'])
    expect(reasons(await act(gil, 'issue', id))).toEqual(['You have a part in this, so others issue it.'])
    expect(await sendBack(gil, { statusRecordId: id, because: 'I know them.' }, now)).toMatch('a part')
    expect((await act(grace, 'issue', id)).issuedNumbers).toHaveLength(1)
  })

  test('when the name has changed since the officer looked', async () => {
    const id = await granted()
    const seen = await seenBy(grace, id)
    await rename(noor, 'Noor Jansen')
    expect(reasons(await issueStatuses(grace, 'issue', seen, now))[0]).toMatch('something else now')
  })

  test.each(['revoked', 'suspended'] as const)('for a renewal of one that is %s', async (kind) => {
    const id = await granted()
    await act(grace, 'issue', id)
    const [before] = await credentials()
    await db().credentialEvent.create({ data: { credentialId: before?.id ?? '', kind, at: now } })
    const later = await awardStatus(await createAccount('Ida'), grace)
    await db().statusRecord.update({ where: { id: later }, data: { userId: noor.id, renewsId: id } })
    expect(reasons(await act(grace, 'issue', later))[0]).toMatch(
      `The one that it renews ${kind === 'revoked' ? 'was' : 'is'} ${kind}`,
    )
    expect(await credentials()).toHaveLength(1)
  })

  test('without a word for ids that do not exist', async () => {
    const unknown = [{ statusRecordId: randomUUID(), note: null, seen: 'anything' }]
    expect(await issueStatuses(grace, 'issue', unknown, now)).toEqual({ issuedNumbers: [], prepared: 0, refused: [] })
  })

  test.each(ROLES.filter((role) => role !== 'accreditation_staff'))('to a %s', async (role) => {
    const actor = await createAccount('Mallory', { roles: [role] })
    await expect(issueStatuses(actor, 'issue', [], now)).rejects.toMatchObject({ status: 403 })
    await expect(previewStatuses(actor, [], now)).rejects.toMatchObject({ status: 403 })
    await expect(viewStatuses(actor, { state: 'waiting', page: 1 }, now)).rejects.toMatchObject({ status: 403 })
  })
})

describe('the list', () => {
  test('says who waits and how long, by pathway and name', async () => {
    const id = await granted()
    const soon = new Date(now.getTime() + 3 * 86_400_000)
    const list = (filter: object) => viewStatuses(grace, { state: 'waiting', page: 1, ...filter }, soon)
    expect(await list({ pathway: 'practitioner', name: 'nòor' })).toMatchObject({
      total: 1,
      pathways: [{ slug: 'practitioner', title: 'MBT practitioner', waiting: 1, prepared: 0, issued: 0 }],
      statuses: [{ statusRecordId: id, holderName: 'Noor', daysWaiting: 3 }],
    })
    expect((await list({ name: 'sol' })).statuses).toEqual([])
    await act(grace, 'issue', id)
    expect((await list({})).statuses).toEqual([])
    expect((await list({ state: 'issued' })).statuses).toMatchObject([{ number: expect.stringMatching(/^STN-/) }])
  })
})
