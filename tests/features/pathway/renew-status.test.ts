import { beforeEach, describe, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { changeApplication } from '#app/features/accreditation/change-application.server.ts'
import { openEvidence } from '#app/features/accreditation/open-evidence.server.ts'
import { viewApplication, viewApplications } from '#app/features/accreditation/view-applications.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { viewApplying } from '#app/features/pathway/view-applying.server.ts'
import { viewProgress } from '#app/features/pathway/view-progress.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { development } from '#tests/support/portfolio.ts'
import { decideAt, happened, openApplication, RENEWED_PATHWAY, reasons, renew } from '#tests/support/renewals.ts'
import { awardStatus, signStatus } from '#tests/support/statuses.ts'
import { keep } from '#tests/support/supervision.ts'

let noor: Actor
let grace: Actor
let status: string

/** It ends on 1 November 2031. */
const early = new Date('2030-12-01T09:00:00Z')
const inGrace = new Date('2031-12-01T09:00:00Z')
const tooLate = new Date('2032-02-02T09:00:00Z')

beforeEach(async () => {
  await publishContent(await contentFolder({ 'pathways/practitioner.yaml': RENEWED_PATHWAY }), now)
  noor = await createAccount('Noor')
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  await keep(noor, 'cpd', development)
  status = await awardStatus(noor, grace)
})

const holdings = () =>
  db().statusRecord.findMany({ orderBy: { grantedOn: 'asc' }, select: { validUntil: true, renewsId: true } })

describe('the holder', () => {
  test('sees what the renewal takes, by what was done since, and when it opens', async () => {
    const before = (await viewProgress(noor, new Date('2027-06-01T09:00:00Z')))?.statuses
    expect(before).toMatchObject([
      { state: 'running', opensOn: '2030-11-01', graceUntil: '2032-02-01', renewal: { metCount: 0 } },
    ])
    await keep(noor, 'cpd', { ...development, on: '2027-05-01' })
    expect((await viewProgress(noor, early))?.statuses).toMatchObject([
      { state: 'open', wouldHoldUntil: '2036-11-01', renewal: { requirements: [{ have: 2, state: 'met' }, {}] } },
    ])
  })

  test('cannot renew before it is open or after the time for it, and is told when', async () => {
    expect(await renew(noor, status, new Date('2030-10-31T09:00:00Z'))).toMatchObject({
      message: expect.stringContaining('from 1 November 2030'),
    })
    expect(await renew(noor, status, tooLate)).toMatchObject({ message: expect.stringContaining('whole pathway') })
    expect(await db().application.count({ where: { NOT: { renewsId: null } } })).toBe(0)
  })

  test('cannot apply afresh while it holds; after it has lapsed that is the way back', async () => {
    const afresh = (at: Date) => changeOwnApplication(noor, { intent: 'apply', text: '', confirmed: 'on' }, at)
    expect(await afresh(early)).toMatchObject({ message: expect.stringContaining('You have this status.') })
    expect((await viewApplying(noor, early))?.mayApply).toBe(false)
    expect((await viewApplying(noor, tooLate))?.mayApply).toBe(true)
    expect(await afresh(tooLate)).toBeNull()
    await decideAt(grace, await openApplication(noor), 'yes', tooLate)
    expect(await holdings()).toMatchObject([{}, { renewsId: null, validUntil: new Date('2037-02-01') }])
  })

  test('renews nobody else’s status', async () => {
    const ada = await createAccount('Ada')
    await expect(renew(ada, status, early)).rejects.toMatchObject({ status: 404 })
  })

  test('hands it in once, however often at the same instant', async () => {
    const results = await Promise.all([renew(noor, status, early), renew(noor, status, early)])
    expect(results.filter((refusal) => refusal === null)).toHaveLength(1)
    expect(await db().application.count({ where: { renewsId: status } })).toBe(1)
    expect(
      await db().auditEntry.findMany({ where: { action: 'application.sent' }, select: { details: true } }),
    ).toEqual(expect.arrayContaining([{ details: { renews: status } }]))
  })

  test('does not renew what was revoked; a note that was revoked leaves the status', async () => {
    await happened(await signStatus(status, { number: 'N-1', note: 'group' }), 'revoked')
    const credential = await signStatus(status, { number: 'S-1' })
    expect((await viewProgress(noor, early))?.statuses).toMatchObject([{ state: 'open' }])
    await happened(credential, 'revoked')
    expect((await viewProgress(noor, early))?.statuses).toMatchObject([{ state: 'ended', renewal: null }])
    expect(await renew(noor, status, early)).toMatchObject({ message: expect.stringContaining('revoked') })
  })
})

describe('a renewal', () => {
  test('early loses nothing: it holds a term on from the old last day, and the old one is history', async () => {
    expect(await renew(noor, status, early)).toBeNull()
    expect(await decideAt(grace, await openApplication(noor), 'yes', early)).toHaveProperty('done')
    expect(await holdings()).toEqual([
      { validUntil: new Date('2031-11-01'), renewsId: null },
      { validUntil: new Date('2036-11-01'), renewsId: status },
    ])
    expect((await viewApplying(noor, early))?.statuses).toMatchObject([{ state: 'running' }, { state: 'renewed' }])
    expect(await renew(noor, status, inGrace)).toMatchObject({ message: expect.stringContaining('was renewed') })
  })

  test('after the end goes on from the old last day as well', async () => {
    expect(await renew(noor, status, inGrace)).toBeNull()
    await decideAt(grace, await openApplication(noor), 'yes', new Date('2032-05-01T09:00:00Z'))
    expect(await holdings()).toMatchObject([{}, { validUntil: new Date('2036-11-01') }])
  })

  test('is judged on its own requirements, by what was done since the last was handed in', async () => {
    await keep(noor, 'cpd', { ...development, on: '2030-05-01', hours: 1 })
    await renew(noor, status, early)
    const id = await openApplication(noor)
    const page = await viewApplication(grace, id, early)
    expect(page.evaluated.requirements).toMatchObject([
      { id: 'renewal-hours', have: 1 },
      { id: 'renewal-registration' },
    ])
    expect(page).toMatchObject({
      renews: { id: status, since: '2026-11-03', isRevoked: false },
      renewal: { wouldHoldUntil: '2036-11-01', credentials: [] },
      staffChecks: [{ id: 'renewal-registration', isDone: false }],
    })
    expect((await openEvidence(grace, id, early)).evaluated.requirements).toMatchObject([{ have: 1 }, {}])
    const check = {
      intent: 'check',
      requirement: 'renewal-registration',
      outcome: 'yes',
      on: '2030-12-01',
      note: '',
    } as const
    expect(await changeApplication(grace, id, check, early)).toHaveProperty('done')
    expect((await viewApplication(grace, id, early)).staffChecks).toMatchObject([{ isDone: true }])
    const ask = { intent: 'ask', requirement: 'hours', text: reasons } as const
    expect(await changeApplication(grace, id, ask, early)).toHaveProperty('refusal')
    expect(await changeApplication(grace, id, { ...ask, requirement: 'renewal-hours' }, early)).toHaveProperty('done')
  })

  test('shows staff what was issued for the status and how it stands, without what something took the place of', async () => {
    const first = await signStatus(status, { number: 'S-1' })
    await signStatus(status, { number: 'S-2', supersedesId: first })
    await happened(await signStatus(status, { number: 'N-1', note: 'mbt_i' }), 'suspended')
    await renew(noor, status, early)
    const { renewal } = await viewApplication(grace, await openApplication(noor), early)
    expect(renewal?.credentials.map(({ number, state }) => [number, state.state])).toEqual([
      ['S-2', 'valid'],
      ['N-1', 'suspended'],
    ])
  })

  test('of a status that was revoked meanwhile can be refused, not approved', async () => {
    await renew(noor, status, early)
    const id = await openApplication(noor)
    await happened(await signStatus(status, { number: 'S-1' }), 'revoked')
    expect(await decideAt(grace, id, 'yes', early)).toMatchObject({
      refusal: { message: expect.stringContaining('A revoked status is not renewed') },
    })
    expect(await holdings()).toHaveLength(1)
    expect(await decideAt(grace, id, 'no', early)).toHaveProperty('done')
  })

  test('stands in the list among all, and can be looked at apart from first applications', async () => {
    await renew(noor, status, early)
    const listed = async (kind: 'first' | 'renewal' | null) =>
      (await viewApplications(grace, { isOpen: true, page: 1, kind })).applications.map(({ isRenewal }) => isRenewal)
    expect(await listed(null)).toEqual([true])
    expect(await listed('renewal')).toEqual([true])
    expect(await listed('first')).toEqual([])
  })

  test('is decided once, however many decide at the same instant', async () => {
    const gil = await createAccount('Gil', { roles: ['accreditation_staff'] })
    await renew(noor, status, early)
    const id = await openApplication(noor)
    await Promise.all([decideAt(grace, id, 'yes', early), decideAt(gil, id, 'yes', early)])
    expect(await holdings()).toHaveLength(2)
  })
})

describe('the rules of a renewal', () => {
  const without = RENEWED_PATHWAY.replace(/renewal:[\s\S]+/, '')
  const next = (text: string) => text.replace('version: 3', 'version: 4')
  const publish = async (text: string) =>
    publishContent(await contentFolder({ 'pathways/practitioner.yaml': text }), now)
  const renewalIds = async () =>
    (await viewProgress(noor, early))?.statuses[0]?.renewal?.requirements.map(({ id }) => id)

  test('are those of the version by which it was granted, whatever was changed later', async () => {
    await publish(next(RENEWED_PATHWAY).replace('id: renewal-hours', 'id: renewal-others'))
    expect(await renewalIds()).toEqual(['renewal-hours', 'renewal-registration'])
  })

  test('are filled in where that version says nothing, by the current one if it does', async () => {
    const ada = await createAccount('Ada')
    await publish(next(without))
    await awardStatus(ada, grace)
    const ofAda = async () => (await viewProgress(ada, early))?.statuses[0]?.renewal?.requirements.map(({ id }) => id)
    expect(await ofAda()).toEqual(['renewal-cpd', 'renewal-supervision'])
    await publish(next(next(RENEWED_PATHWAY).replace('version: 4', 'version: 5')))
    expect(await ofAda()).toEqual(['renewal-hours', 'renewal-registration'])
  })
})
