import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { listCohorts } from '#app/features/cohorts/list-cohorts.server.ts'
import { removeTrainee } from '#app/features/cohorts/remove-trainee.server.ts'
import { setDeadline } from '#app/features/cohorts/set-deadline.server.ts'
import { viewCohort } from '#app/features/cohorts/view-cohort.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import {
  createCourse,
  createScript,
  createVignette,
  type PublishedVignette,
  passingMark,
} from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let root: Actor
let noor: Actor
let vignette: PublishedVignette
let course: { id: string; slug: string }

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  root = await createAccount('Root', { roles: ['administrator'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
  course = await createCourse([vignette])
})

const days = { startsOn: '2027-02-01', endsOn: '2027-06-30' }

async function createOne(actor = lena, leads: Actor[] = []): Promise<string> {
  const leadIds = leads.map(({ id }) => id)
  const created = await createCohort(actor, { name: 'Leeds', courseSlug: course.slug, ...days, leadIds }, now)
  return 'id' in created ? created.id : Promise.reject(new Error(created.fault.message))
}

const audited = (id: string, action: string) => db().auditEntry.count({ where: { objectId: id, action } })
const notFound = { status: 404 }

describe('a cohort', () => {
  test('is led by the training lead who makes it, and by whom they name', async () => {
    const cohort = await viewCohort(lena, await createOne(lena, [tomas]), 1, now)
    expect(cohort).toMatchObject({
      name: 'Leeds',
      courseTitle: 'A course',
      leads: ['Lena', 'Tomas'],
      trainees: 0,
      ...days,
    })
  })

  test('of an administrator needs a training lead, and nobody else will do', async () => {
    const wish = { name: 'Leeds', courseSlug: course.slug, ...days }
    const field = async (leadIds: string[]) => {
      const created = await createCohort(root, { ...wish, leadIds }, now)
      return 'fault' in created && created.fault.field
    }
    expect(await field([])).toBe('leads')
    expect(await field([noor.id])).toBe('leads')
    expect(await field([root.id])).toBe('leads')
    expect(await field([lena.id, noor.id])).toBe('leads')
    expect(await field([lena.id])).toBe(false)
  })

  test('is not made with an end before its start, nor on a course that does not exist', async () => {
    const wish = { name: 'Leeds', courseSlug: course.slug, ...days, leadIds: [] }
    expect(await createCohort(lena, { ...wish, endsOn: '2027-01-31' }, now)).toHaveProperty('fault.field', 'endsOn')
    expect(await createCohort(lena, { ...wish, courseSlug: 'nothing' }, now)).toHaveProperty('fault.field', 'course')
  })

  test('is out of reach for whoever neither leads nor administers it, whatever they try', async () => {
    const id = await createOne(lena)
    await expect(viewCohort(tomas, id, 1, now)).rejects.toMatchObject(notFound)
    await expect(addTrainee(tomas, id, noor.email, now)).rejects.toMatchObject(notFound)
    await expect(removeTrainee(tomas, id, noor.id, now)).rejects.toMatchObject(notFound)
    const deadline = { cohortId: id, vignetteSlug: vignette.slug, dueAt: now }
    await expect(setDeadline(tomas, deadline, now)).rejects.toMatchObject(notFound)
    await expect(viewCohort(lena, 'not-an-id', 1, now)).rejects.toMatchObject(notFound)
    expect((await listCohorts(tomas, 1)).cohorts).toEqual([])
    expect((await listCohorts(lena, 1)).cohorts).toMatchObject([{ id, trainees: 0 }])
    expect(await viewCohort(root, id, 1, now)).toMatchObject({ id })
  })

  test('takes a trainee once, however often and at whatever instant they are added', async () => {
    const id = await createOne()
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => addTrainee(lena, id, noor.email, now)))
    expect(outcomes.filter((outcome) => 'isAdded' in outcome)).toHaveLength(1)
    expect((await viewCohort(lena, id, 1, now)).members.map(({ name }) => name)).toEqual(['Noor'])
    expect(await audited(id, 'cohort.trainee-added')).toBe(1)
    expect(await addTrainee(lena, id, 'nobody@people.example', now)).toHaveProperty('refused')
  })

  test('lets a trainee go without losing anything that they did', async () => {
    const id = await createOne()
    await addTrainee(lena, id, noor.email, now)
    const { attemptId } = await createScript(vignette, noor)
    await removeTrainee(lena, id, noor.id, now)
    await removeTrainee(lena, id, noor.id, now)
    expect((await viewCohort(lena, id, 1, now)).trainees).toBe(0)
    expect(await db().attempt.count({ where: { id: attemptId } })).toBe(1)
    expect(await audited(id, 'cohort.trainee-removed')).toBe(1)
  })

  test('keeps its leads when somebody tries to remove one as a trainee', async () => {
    const id = await createOne()
    await removeTrainee(lena, id, lena.id, now)
    expect((await viewCohort(lena, id, 1, now)).leads).toEqual(['Lena'])
  })
})

describe('a deadline', () => {
  const dueAt = new Date('2027-03-28T16:00:00Z')

  test('is set, changed and taken away for one cohort, and each step is audited', async () => {
    const id = await createOne()
    const other = await createOne()
    const key = { cohortId: id, vignetteSlug: vignette.slug }
    await setDeadline(lena, { ...key, dueAt: now }, now)
    await setDeadline(lena, { ...key, dueAt }, now)
    const dueAtOf = async (cohortId: string) => (await viewCohort(lena, cohortId, 1, now)).vignetteDeadlines[0]?.dueAt
    expect(new Date((await dueAtOf(id)) ?? 0)).toEqual(dueAt)
    expect(await dueAtOf(other)).toBeNull()
    await setDeadline(lena, { ...key, dueAt: null }, now)
    await setDeadline(lena, { ...key, dueAt: null }, now)
    expect(await dueAtOf(id)).toBeNull()
    expect([await audited(id, 'cohort.deadline-set'), await audited(id, 'cohort.deadline-cleared')]).toEqual([2, 1])
  })

  test('cannot be set for a vignette of another course', async () => {
    const { slug } = await createVignette()
    const wish = { cohortId: await createOne(), vignetteSlug: slug, dueAt }
    await expect(setDeadline(lena, wish, now)).rejects.toMatchObject(notFound)
  })
})

describe('the progress of a trainee', () => {
  const standing = async (id: string) => (await viewCohort(lena, id, 1, now)).members[0]?.vignettes[0]?.standing

  test('says “handed in” from the hand-in to the release, whether or not it has been marked', async () => {
    const id = await createOne()
    await addTrainee(lena, id, noor.email, now)
    expect(await standing(id)).toBe('not-begun')
    const { code } = await createScript(vignette, noor)
    expect(await standing(id)).toBe('handed-in')
    await claimScript(tomas, code, now)
    await lockMark(tomas, code, passingMark, now)
    const cohort = await viewCohort(lena, id, 1, now)
    expect(cohort.members[0]?.vignettes).toEqual([{ title: `The case of ${vignette.slug}`, standing: 'handed-in' }])
    expect(JSON.stringify(cohort)).not.toContain(code)

    await releaseMarks(lena, [code], now)
    expect(await standing(id)).toBe('passed')
    expect(JSON.stringify(await viewCohort(lena, id, 1, now))).not.toContain(code)
  })

  test('says “not yet” once a script that did not pass is released', async () => {
    const id = await createOne()
    await addTrainee(lena, id, noor.email, now)
    const { code } = await createScript(vignette, noor)
    await claimScript(tomas, code, now)
    await lockMark(tomas, code, { ...passingMark, global: '3' }, now)
    await releaseMarks(lena, [code], now)
    expect(await standing(id)).toBe('not-yet')
  })

  test('is the share of the course by its own completion rule', async () => {
    const id = await createOne()
    await addTrainee(lena, id, noor.email, now)
    expect((await viewCohort(lena, id, 1, now)).members[0]).toMatchObject({ isEnrolled: false })
    await db().enrolment.create({ data: { userId: noor.id, courseId: course.id, enrolledAt: now } })
    expect((await viewCohort(lena, id, 1, now)).members[0]).toMatchObject({
      isEnrolled: true,
      percent: 50,
      because: [{ rule: 'lessons' }, { rule: 'vignettes', have: 0, need: 1 }],
    })
  })
})

test('a cohort of 3 or of 30 costs one statement and shows 25 trainees by name', async () => {
  const id = await createOne()
  const grow = async (from: number, to: number) => {
    const places = Array.from({ length: to - from }, (_, place) => String(from + place).padStart(2, '0'))
    const people = await Promise.all(places.map((place) => createAccount(`Trainee ${place}`)))
    await db().cohortMember.createMany({
      data: people.map(({ id: userId }) => ({ cohortId: id, userId, part: 'trainee', joinedAt: now })),
    })
  }
  await grow(0, 3)
  const few = await countQueries(() => viewCohort(lena, id, 1, now))
  await grow(3, 30)
  const many = await countQueries(() => viewCohort(lena, id, 1, now))
  expect([few.queries(), many.queries()]).toEqual([1, 1])
  expect(many.result).toMatchObject({ trainees: 30, pages: 2 })
  expect(many.result.members.map(({ name }) => name)).toEqual(many.result.members.map(({ name }) => name).toSorted())
  expect(many.result.members).toHaveLength(25)
  expect((await viewCohort(lena, id, 2, now)).members).toHaveLength(5)
})
