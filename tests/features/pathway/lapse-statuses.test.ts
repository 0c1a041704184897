import { beforeEach, describe, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import { findStatusList } from '#app/db/status-lists.server.ts'
import { credentialState } from '#app/domain/credential/state.ts'
import type { Actor } from '#app/domain/people.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { lapseStatuses } from '#app/features/pathway/lapse-statuses.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { decideAt, happened, openApplication, RENEWED_PATHWAY, renew } from '#tests/support/renewals.ts'
import { awardStatus, signStatus } from '#tests/support/statuses.ts'

let noor: Actor
let grace: Actor
let status: string

/** It ended on 1 November 2031, and the time after it on 1 February 2032. */
const lastOfGrace = new Date('2032-02-01T12:00:00Z')
const dayAfter = new Date('2032-02-02T00:30:00Z')

beforeEach(async () => {
  await publishContent(await contentFolder({ 'pathways/practitioner.yaml': RENEWED_PATHWAY }), now)
  noor = await createAccount('Noor')
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  status = await awardStatus(noor, grace)
})

const lapses = () =>
  db().credentialEvent.findMany({ where: { kind: 'lapsed' }, select: { credentialId: true, at: true } })
const notices = () => db().notice.count({ where: { userId: noor.id, kind: 'status-lapsed' } })
const entries = () =>
  db().auditEntry.findMany({
    where: { action: 'status.lapsed' },
    select: { actorId: true, objectId: true, details: true },
  })

describe('a status that was not renewed', () => {
  test('lapses on the day after the time for it, with all that was issued; audited, and its holder is told', async () => {
    const credential = await signStatus(status, { number: 'S-1' })
    const note = await signStatus(status, { number: 'N-1', note: 'group' })
    expect(await lapseStatuses(lastOfGrace)).toBe(0)
    expect(await lapseStatuses(dayAfter)).toBe(1)
    expect(await lapses()).toEqual(
      expect.arrayContaining([credential, note].map((credentialId) => ({ credentialId, at: dayAfter }))),
    )
    expect(await entries()).toEqual([{ actorId: null, objectId: status, details: { credentials: ['N-1', 'S-1'] } }])
    expect(await notices()).toBe(1)
  })

  test('does so once, however often the job runs and wherever, without a credential as well', async () => {
    const ran = await Promise.all([lapseStatuses(dayAfter), lapseStatuses(dayAfter), lapseStatuses(dayAfter)])
    await lapseStatuses(new Date('2033-01-01T12:00:00Z'))
    expect(ran.toSorted()).toEqual([0, 0, 1])
    expect([await notices(), (await entries()).length]).toEqual([1, 1])
  })

  test('leaves what was revoked as it is, and what was superseded', async () => {
    const first = await signStatus(status, { number: 'S-1' })
    const second = await signStatus(status, { number: 'S-2', supersedesId: first })
    await happened(await signStatus(status, { number: 'N-1', note: 'group' }), 'revoked')
    await lapseStatuses(dayAfter)
    expect(await lapses()).toEqual([{ credentialId: second, at: dayAfter }])
  })

  test('is lapsed and not revoked: no bit of a status list says so, and one that was suspended has lapsed', async () => {
    const credentialId = await signStatus(status, { number: 'S-1' })
    await happened(credentialId, 'suspended')
    await lapseStatuses(dayAfter)
    const later = new Date('2032-03-01T12:00:00Z')
    expect(await findStatusList('revocation-1', later)).toMatchObject({ set: [] })
    const { validUntil, events } = await db().credential.findUniqueOrThrow({
      where: { id: credentialId },
      include: { events: true },
    })
    expect(credentialState({ validUntil, events }, later)).toEqual({ state: 'lapsed', since: dayAfter })
  })

  test('goes by the day of its holder: in Honolulu it is still the day before', async () => {
    await db().user.update({ where: { id: noor.id }, data: { timeZone: 'Pacific/Honolulu' } })
    expect(await lapseStatuses(dayAfter)).toBe(0)
    expect(await lapseStatuses(new Date('2032-02-02T10:30:00Z'))).toBe(1)
  })
})

describe('a status does not lapse', () => {
  test('that was renewed or revoked', async () => {
    await renew(noor, status, lastOfGrace)
    await decideAt(grace, await openApplication(noor), 'yes', lastOfGrace)
    const ada = await createAccount('Ada')
    await happened(await signStatus(await awardStatus(ada, grace), { number: 'S-9' }), 'revoked')
    expect(await lapseStatuses(dayAfter)).toBe(0)
  })

  test('while its renewal is with staff, or can be appealed against, or is under appeal', async () => {
    await renew(noor, status, lastOfGrace)
    expect(await lapseStatuses(new Date('2032-06-01T12:00:00Z'))).toBe(0)
    const refused = new Date('2032-06-07T12:00:00Z')
    await decideAt(grace, await openApplication(noor), 'no', refused)
    const appealed = new Date('2032-06-17T12:00:00Z')
    expect(await lapseStatuses(appealed)).toBe(0)
    const text = 'Nobody looked at the log of my supervision, which was complete.'
    expect(await changeOwnApplication(noor, { intent: 'appeal', text }, appealed)).toBeNull()
    expect(await lapseStatuses(new Date('2032-09-01T12:00:00Z'))).toBe(0)
  })

  test('until the time for an appeal is over', async () => {
    await renew(noor, status, lastOfGrace)
    await decideAt(grace, await openApplication(noor), 'no', new Date('2032-06-07T12:00:00Z'))
    expect(await lapseStatuses(new Date('2032-06-21T12:00:00Z'))).toBe(0)
    expect(await lapseStatuses(new Date('2032-06-22T12:00:00Z'))).toBe(1)
  })

  test('where it is renewed at the same instant: one of the two comes first', async () => {
    const [refusal, lapsed] = await Promise.all([renew(noor, status, lastOfGrace), lapseStatuses(dayAfter)])
    const open = await db().application.count({ where: { renewsId: status, closedAt: null } })
    expect(refusal === null ? open : lapsed).toBe(1)
    expect(await notices()).toBe(lapsed)
  })
})
