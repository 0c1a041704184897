import { beforeEach, describe, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { ApplicationChange } from '#app/features/accreditation/application-change.ts'
import { changeApplication } from '#app/features/accreditation/change-application.server.ts'
import { viewApplication, viewApplications } from '#app/features/accreditation/view-applications.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { viewApplying } from '#app/features/pathway/view-applying.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { onePortfolio } from '#tests/support/portfolio.ts'

const PATHWAY = `title: Practitioner
version: 3
source: A made-up body.
decision: { people: 2 }
requirements:
  - id: registration
    kind: staff-check
    checks: The registration, looked up at the regulator.
    title: Registration
    why: Because.
  - id: hours
    kind: sum
    evidence: cpd
    of: hours
    atLeast: 2
    title: Hours
    why: Because.
`

let noor: Actor
let grace: Actor
let gil: Actor

beforeEach(async () => {
  await publishContent(await contentFolder({ 'pathways/practitioner.yaml': PATHWAY }), now)
  noor = await createAccount('Noor')
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  gil = await createAccount('Gil', { roles: ['accreditation_staff'] })
})

const apply = (actor = noor) =>
  changeOwnApplication(actor, { intent: 'apply', text: 'The registration is yours to look up.', confirmed: 'on' }, now)

async function applied(): Promise<string> {
  expect(await apply()).toBeNull()
  return (await db().application.findFirstOrThrow({ where: { userId: noor.id, closedAt: null } })).id
}

const text = 'I have looked at every requirement, and this is what I found.'
const decision = (favourable: 'yes' | 'no') => ({ intent: 'decide', favourable, text }) as const
const change = (actor: Actor, id: string, sent: ApplicationChange, at = now) => changeApplication(actor, id, sent, at)

describe('applying', () => {
  test('names what is open, and freezes the evidence: nothing that is added afterwards is in it', async () => {
    expect((await viewApplying(noor, now))?.gaps.map(({ id }) => id)).toEqual(['registration', 'hours'])
    const id = await applied()
    await onePortfolio(noor)
    const { evaluated, digest } = await viewApplication(grace, id, now)
    expect(evaluated.requirements.find((part) => part.id === 'hours')).toMatchObject({ state: 'not-begun', have: 0 })
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    await expect(db().applicationSnapshot.updateMany({ data: { digest: '' } })).rejects.toThrow()
  })

  test('twice at the same instant is one application', async () => {
    const results = await Promise.all([apply(), apply(), apply()])
    expect(results.filter((refusal) => refusal === null)).toHaveLength(1)
    expect(await db().application.count()).toBe(1)
  })

  test('tells those who decide, by a notice that says nothing of the applicant', async () => {
    const id = await applied()
    expect(await mailsFor(grace.email)).toEqual(['application-waits'])
    const notice = await db().notice.findFirstOrThrow({ where: { userId: grace.id } })
    expect(notice.params).toEqual({ path: `/applications/${id}` })
  })

  test('withdrawn it is closed, and one can apply again', async () => {
    const id = await applied()
    expect(await changeOwnApplication(noor, { intent: 'withdraw' }, now)).toBeNull()
    expect(await change(grace, id, decision('yes'))).toMatchObject({
      refusal: { message: expect.stringContaining('withdrawn') },
    })
    expect(await apply()).toBeNull()
  })
})

describe('deciding', () => {
  test('takes two people who agree, and grants the status once', async () => {
    const isTextKept = await writeInto(noor, 'own-application', 'apply')
    const id = await applied()
    expect(await isTextKept()).toBe(false)
    const isKept = await writeInto(grace, 'application', `${id}.decide`)
    expect(await change(grace, id, decision('yes'))).toHaveProperty('done')
    expect(await isKept()).toBe(false)
    expect((await viewApplication(gil, id, now)).state).toBe('submitted')
    expect(await change(grace, id, decision('yes'))).toHaveProperty('done')
    expect(await db().statusRecord.count()).toBe(0)
    expect(await change(gil, id, decision('yes'))).toHaveProperty('done')
    expect(await db().statusRecord.findMany()).toMatchObject([{ userId: noor.id, title: 'Practitioner' }])
    expect(await change(gil, id, decision('no'))).toHaveProperty('refusal')
    expect((await viewApplying(noor, now))?.statuses).toMatchObject([
      { grantedOn: '2026-11-02', validUntil: '2031-11-01' },
    ])
  })

  test('by two at the same instant grants it once', async () => {
    const id = await applied()
    await Promise.all([change(grace, id, decision('yes')), change(gil, id, decision('yes'))])
    expect(await db().statusRecord.count()).toBe(1)
    expect((await viewApplication(grace, id, now)).state).toBe('approved')
  })

  test('is for nobody over themselves, their supervisee, or where a conflict is declared', async () => {
    const own = await createAccount('Olu', { roles: ['trainee', 'accreditation_staff'] })
    expect(await apply(own)).toBeNull()
    const { id } = await db().application.findFirstOrThrow({ where: { userId: own.id } })
    expect(await change(own, id, decision('yes'))).toMatchObject({
      refusal: { message: expect.stringContaining('a part') },
    })
    const conflict = {
      markerId: gil.id,
      traineeId: own.id,
      kind: 'supervisee',
      declaredById: gil.id,
      declaredAt: now,
    } as const
    await db().conflict.create({ data: conflict })
    expect(await change(gil, id, decision('yes'))).toHaveProperty('refusal')
    expect((await viewApplication(gil, id, now)).mayDecide).toBe(false)
    expect(await change(grace, id, decision('yes'))).toHaveProperty('done')
  })

  test('a requirement that is left to staff counts from the day on which they looked', async () => {
    const id = await applied()
    const check = {
      intent: 'check',
      requirement: 'registration',
      outcome: 'yes',
      on: '2026-11-01',
      note: 'NMC register.',
    } as const
    expect(await change(grace, id, { ...check, on: '2026-11-03' })).toMatchObject({ refusal: { field: 'on' } })
    expect(await change(grace, id, { ...check, requirement: 'hours' })).toMatchObject({
      refusal: { field: 'requirement' },
    })
    expect(await change(grace, id, check)).toHaveProperty('done')
    const { staffChecks, checks } = await viewApplication(gil, id, now)
    expect(staffChecks).toMatchObject([{ id: 'registration', isDone: true }])
    expect(checks).toMatchObject([{ on: '2026-11-01', by: 'Grace', note: 'NMC register.' }])
  })

  test('asks for more on one requirement, and the answer brings the evidence as it stands then', async () => {
    const id = await applied()
    expect(await change(grace, id, { intent: 'ask', requirement: 'hours', text })).toHaveProperty('done')
    expect(await change(gil, id, decision('yes'))).toHaveProperty('refusal')
    await onePortfolio(noor)
    const answer = { intent: 'answer', text: 'I have entered what I had read.' } as const
    expect(await changeOwnApplication(noor, answer, now)).toBeNull()
    expect(await changeOwnApplication(noor, answer, now)).toHaveProperty('message')
    const { evaluated, events } = await viewApplication(grace, id, now)
    expect(evaluated.requirements.find((part) => part.id === 'hours')).toMatchObject({ state: 'met' })
    expect(events.map(({ kind }) => kind)).toEqual(['applied', 'more_asked', 'answered'])
    expect(await db().applicationSnapshot.count({ where: { applicationId: id } })).toBe(2)
  })

  test('waits for an assessor who has no part in it, and who decides nothing', async () => {
    const id = await applied()
    const imre = await createAccount('Imre', { roles: ['supervisor'] })
    await expect(viewApplication(imre, id, now)).rejects.toMatchObject({ status: 404 })
    const vera = await createAccount('Vera', { roles: ['supervisor'] })
    const said = { traineeId: noor.id, supervisorId: vera.id, isPositive: true, body: {}, sentAt: now }
    await db().supervisorStatement.create({ data: said })
    for (const assessor of [noor.id, vera.id])
      expect(await change(grace, id, { intent: 'refer', assessor, text })).toHaveProperty('refusal')
    expect(await change(grace, id, { intent: 'refer', assessor: imre.id, text })).toHaveProperty('done')
    expect(await change(grace, id, decision('yes'))).toMatchObject({
      refusal: { message: expect.stringContaining('assessor') },
    })
    expect((await viewApplications(imre, { isOpen: true, page: 1 })).applications).toHaveLength(1)
    await expect(change(imre, id, decision('yes'))).rejects.toMatchObject({ status: 403 })
    expect(await change(imre, id, { intent: 'opinion', favourable: 'yes', text })).toHaveProperty('done')
    expect(await change(imre, id, { intent: 'opinion', favourable: 'no', text })).toHaveProperty('refusal')
    expect(await change(grace, id, decision('yes'))).toHaveProperty('done')
  })
})

describe('an appeal against a refusal', () => {
  async function refused() {
    const id = await applied()
    for (const officer of [grace, gil]) await change(officer, id, decision('no'))
    return id
  }
  const appeal = { intent: 'appeal', text: 'Nobody looked at the log of my supervision, which was complete.' } as const

  test('goes to somebody who had no part in it, and upheld it is decided again by others', async () => {
    const id = await refused()
    expect(await changeOwnApplication(noor, appeal, now)).toBeNull()
    const verdict = { intent: 'decide-appeal', favourable: 'yes', text } as const
    expect(await change(grace, id, verdict)).toHaveProperty('refusal')
    const dana = await createAccount('Dana', { roles: ['accreditation_staff'] })
    expect(await change(dana, id, verdict)).toHaveProperty('done')
    expect((await viewApplication(dana, id, now)).state).toBe('submitted')
    expect(await change(grace, id, decision('yes'))).toMatchObject({
      refusal: { message: expect.stringContaining('others decide') },
    })
    expect(await change(dana, id, decision('yes'))).toHaveProperty('done')
  })

  test('is made once, and within ten working days', async () => {
    await refused()
    const late = new Date('2026-11-17T09:00:00Z')
    expect(await changeOwnApplication(noor, appeal, late)).toHaveProperty('message')
    expect(await changeOwnApplication(noor, appeal, now)).toBeNull()
    expect(await changeOwnApplication(noor, appeal, now)).toHaveProperty('message')
  })
})
