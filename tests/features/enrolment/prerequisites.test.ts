import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { viewPrerequisites } from '#app/features/enrolment/view-enrolment.server.ts'
import { viewWaivers, waivePrerequisite } from '#app/features/enrolment/waive-prerequisite.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { buy, isEnrolled, PRICE } from '#tests/support/orders.ts'
import { courseOf, publish } from '#tests/support/published.ts'
import { sellByStandIn } from '#tests/support/stripe.ts'

sellByStandIn()

let noor: Actor
let lena: Actor
let grace: Actor
let first: { id: string; slug: string }
let second: { id: string; slug: string }

beforeEach(async () => {
  noor = await createAccount('Noor', { hasPassword: false })
  lena = await createAccount('Lena', { roles: ['training_lead'], hasPassword: false })
  grace = await createAccount('Grace', { roles: ['accreditation_staff'], hasPassword: false })
  first = await publish('course', courseOf({ title: 'First' }))
  second = await publish(
    'course',
    courseOf({ title: 'Second', requires: { courses: [first.slug], training: 'basic' } }),
  )
})

const waive = (actor: Actor, prerequisite: string, email = noor.email) =>
  waivePrerequisite(
    actor,
    { email, prerequisite: `${second.slug} ${prerequisite}`, reason: 'Taught it for years.' },
    now,
  )

async function completeFirst() {
  await enrol(noor, first.slug, now)
  await db().enrolment.updateMany({ data: { completedAt: now } })
}

/** A training of Noor's at a provider that is approved, and what staff found of it. */
async function bringTraining({ isAccepted, startsOn }: { isAccepted: boolean; startsOn: string }) {
  const by = { approvedById: grace.id, approvedAt: now }
  const { id: providerId } = await db().provider.create({
    data: { name: startsOn, createdAt: now, approvals: { create: { startsOn: new Date(startsOn), ...by } } },
  })
  const body = { training: 'basic', providerId, startedOn: '2026-03-02', endedOn: '2026-03-04' }
  const entry = await db().portfolioEntry.create({
    data: {
      ...{ ownerId: noor.id, kind: 'training', occurredOn: new Date('2026-03-02'), createdAt: now },
      versions: { create: { number: 1, body, digest: '', madeAt: now } },
    },
  })
  const check = { userId: noor.id, subject: 'entry', entryId: entry.id, entryVersion: 1, isAccepted } as const
  await db().staffCheck.create({ data: { ...check, checkedById: grace.id, checkedOn: now, checkedAt: now } })
}
const states = async () => (await viewPrerequisites(noor, second.slug)).map(({ state }) => state)

describe('what a course asks for', () => {
  it('holds back enrolling and being added to a cohort until it is there', async () => {
    const wish = { name: 'Leeds', courseSlug: second.slug, startsOn: '2027-01-11', endsOn: undefined, leadIds: [] }
    const cohort = await createCohort(lena, wish, now)
    const add = async () => ('id' in cohort ? addTrainee(lena, cohort.id, noor.email, now) : undefined)
    expect(await enrol(noor, second.slug, now)).toEqual({
      refused: expect.stringContaining('“First”, completed and an MBT basic training with an approved provider'),
    })
    expect(await add()).toEqual({ refused: expect.stringContaining('waive it for them first') })
    await completeFirst()
    await bringTraining({ isAccepted: false, startsOn: '2025-01-01' })
    // Approved from a day after it had begun.
    await bringTraining({ isAccepted: true, startsOn: '2026-03-03' })
    expect(await states()).toEqual(['met', 'not-met'])
    await bringTraining({ isAccepted: true, startsOn: '2026-03-02' })
    expect(await states()).toEqual(['met', 'met'])
    expect(await add()).toEqual({ isAdded: true })
    expect(await enrol(noor, second.slug, now)).toMatchObject({ isNew: true })
  })

  it('holds back buying, and nothing is ordered', async () => {
    const priced = await publish('course', courseOf({ price: PRICE, requires: { professions: ['psychologist'] } }))
    expect(await buy(noor, priced.slug)).toEqual({ fault: expect.stringContaining('being a psychologist') })
    expect(await db().order.count()).toBe(0)
  })
})

describe('waiving', () => {
  it('spares one person one thing, with the reason in the history and not in the audit trail', async () => {
    await completeFirst()
    expect(await waive(grace, 'training')).toEqual({ isWaived: true })
    expect(await waive(grace, 'training')).toHaveProperty('fault.field', 'prerequisite')
    expect(await states()).toEqual(['met', 'waived'])
    await enrol(noor, second.slug, now)
    expect(await isEnrolled(noor, second.id)).toBe(true)
    expect(await viewWaivers(grace)).toMatchObject({
      waivables: [{ courseTitle: 'Second' }, { courseTitle: 'Second' }],
      waivers: [{ name: 'Noor', byName: 'Grace', reason: 'Taught it for years.' }],
    })
    expect(await auditedActions()).toContain('prerequisite.waived')
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('Taught')
  })

  it('is for a lead of the course, for nobody’s own case, and for an address that is known', async () => {
    expect(await waive(lena, 'training')).toHaveProperty('fault.field', 'prerequisite')
    expect((await viewWaivers(lena)).waivables).toEqual([])
    expect(await waive(grace, 'training', grace.email)).toHaveProperty('fault.field', 'email')
    expect(await waive(grace, 'training', 'nobody@people.example')).toHaveProperty('fault.field', 'email')
    expect(await waive(grace, 'profession')).toHaveProperty('fault.field', 'prerequisite')
  })
})
