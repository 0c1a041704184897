import { beforeEach, expect, it } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { enrolByOrder } from '#app/db/entitled-enrolments.server.ts'
import { agreeAddedModules, agreeModules } from '#app/db/modules.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { takeAttendance } from '#app/features/cohorts/take-attendance.server.ts'
import { viewCohort } from '#app/features/cohorts/view-cohort.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { viewCourse } from '#app/features/learning/view-course.server.ts'
import { viewMyLearning } from '#app/features/learning/view-my-learning.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { courseOf, publish, publishVersion } from '#tests/support/published.ts'

const lesson = (slug: string) => ({
  ...{ slug, title: slug, minutes: 5, aim: '', outcomes: [] },
  markdown: '',
  wordCount: 0,
  references: [],
})
const module = (slug: string) =>
  courseOf({ slug, title: slug, lessons: [lesson('one'), lesson('two')], completion: { lessons: 'all' } })
const whole = courseOf({
  ...{ slug: 'whole', title: 'The whole', module: undefined, level: 'basic', modules: ['first', 'second'] },
  completion: { modules: 'all' },
})

let noor: Actor
let lena: Actor
let wholeId: string

beforeEach(async () => {
  noor = await createAccount('Noor')
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  await publish('course', module('first'))
  await publish('course', module('second'))
  wholeId = (await publish('course', whole)).id
})

const states = async () => {
  const rows = await db().enrolment.findMany({ where: { userId: noor.id }, include: { course: true } })
  return Object.fromEntries(rows.map(({ course, state }) => [course.slug, state]))
}
const read = (course: string, ...lessons: string[]) =>
  lessons.reduce<Promise<unknown>>(
    (before, slug) => before.then(() => markLessonRead(noor, { course, lesson: slug }, now)),
    Promise.resolve(),
  )
const completedAt = async (slug: string) =>
  (await db().enrolment.findFirst({ where: { userId: noor.id, course: { slug } } }))?.completedAt

it('enrolling in the course enrols in each of its modules, and leaving it leaves those that it gave', async () => {
  await enrol(noor, 'first', now)
  await read('first', 'one')
  await enrol(noor, 'whole', now)
  expect(await states()).toEqual({ whole: 'active', first: 'active', second: 'active' })
  const made = await db().auditEntry.findMany({ where: { action: 'enrolment.made' }, orderBy: { id: 'asc' } })
  expect(made).toHaveLength(3)

  const { id } = await db().enrolment.findFirstOrThrow({ where: { course: { slug: 'whole' } } })
  await db().enrolment.update({ where: { id }, data: { state: 'withdrawn' } })
  const agree = () => transact((tx) => agreeModules(tx, { enrolmentId: id, actor: null, now }))
  await Promise.all([agree(), agree()])
  expect(await states()).toEqual({ whole: 'withdrawn', first: 'active', second: 'withdrawn' })
  expect(await db().auditEntry.count({ where: { action: 'enrolment.ended' } })).toBe(1)

  await enrol(noor, 'whole', now)
  expect(await states()).toEqual({ whole: 'active', first: 'active', second: 'active' })
})

it('a module that the course had given, and that somebody begins or buys by itself afterwards, no longer goes the way of the course', async () => {
  await enrol(noor, 'whole', now)
  const { id } = await db().enrolment.findFirstOrThrow({ where: { course: { slug: 'whole' } } })
  const end = async () => {
    await db().enrolment.update({ where: { id }, data: { state: 'withdrawn' } })
    await transact((tx) => agreeModules(tx, { enrolmentId: id, actor: null, now }))
  }
  await end()
  await enrol(noor, 'first', now)
  const { id: courseId } = await db().contentItem.findFirstOrThrow({ where: { slug: 'second' } })
  const bought = { title: 'second', currency: 'GBP', priceMinor: 24000, placedAt: now }
  const { id: orderId } = await db().order.create({ data: { userId: noor.id, courseId, ...bought } })
  await transact((tx) => enrolByOrder(tx, { userId: noor.id, courseId, orderId, now }))
  await enrol(noor, 'whole', now)
  await end()
  expect(await states()).toEqual({ whole: 'withdrawn', first: 'active', second: 'active' })
})

it('a module that is published later is given to whoever is enrolled in the course', async () => {
  await enrol(noor, 'whole', now)
  await publish('course', module('third'))
  await publishVersion(wholeId, { ...whole, modules: ['first', 'second', 'third'] })
  await transact((tx) => agreeAddedModules(tx, now))
  expect(await states()).toMatchObject({ third: 'active' })
})

it('every page says the same of it: the sum over its modules', async () => {
  await enrol(noor, 'first', now)
  await read('first', 'one', 'two')
  await enrol(noor, 'whole', now)
  await read('second', 'one')
  const { id } = await db().cohort.create({
    data: {
      ...{ name: 'Leeds', courseId: wholeId, startsOn: now },
      members: {
        create: [
          { userId: noor.id, part: 'trainee', joinedAt: now },
          { userId: lena.id, part: 'lead', joinedAt: now },
        ],
      },
    },
  })
  const { underWay, completed } = await viewMyLearning(noor, now)
  expect(completed).toEqual([])
  expect(underWay).toMatchObject([
    {
      slug: 'whole',
      percent: 75,
      next: { course: 'second', slug: 'two' },
      modules: [{ percent: 100 }, { percent: 50 }],
    },
  ])
  const shared = { percent: 75, because: [{ text: '1 of 2 modules completed' }] }
  expect(await viewCourse(noor, 'whole')).toMatchObject(shared)
  expect((await viewCohort(lena, id, 1, now)).members).toMatchObject([shared])
})

it('is completed by the last of its modules, though two come at once, or at once by modules that were done before', async () => {
  await enrol(noor, 'whole', now)
  await read('first', 'one')
  await read('second', 'one')
  await Promise.all([read('first', 'two'), read('second', 'two')])
  expect(await completedAt('whole')).toEqual(now)
  expect(await db().auditEntry.count({ where: { action: 'course.completed' } })).toBe(3)

  await publish('course', courseOf({ ...whole, slug: 'another', modules: ['first', 'second'] }))
  await enrol(noor, 'another', now)
  expect(await completedAt('another')).toEqual(now)
})

it('waits for the hours live that it asks for, and is completed as they are recorded', async () => {
  await publishVersion(wholeId, { ...whole, completion: { modules: 'all', attendedHours: 6 } })
  const startsAt = new Date(now.getTime() - 8 * 3_600_000)
  const { id, liveSessions } = await db().cohort.create({
    data: {
      ...{ name: 'Leeds', courseId: wholeId, startsOn: now },
      members: {
        create: [
          { userId: noor.id, part: 'trainee', joinedAt: now },
          { userId: lena.id, part: 'lead', joinedAt: now },
        ],
      },
      liveSessions: {
        create: {
          key: 'day',
          title: 'The day',
          startsAt,
          endsAt: now,
          countsMinutes: 360,
          plannedAt: now,
          changedAt: now,
        },
      },
    },
    include: { liveSessions: true },
  })
  await enrol(noor, 'whole', now)
  await read('first', 'one', 'two')
  await read('second', 'one', 'two')
  expect(await completedAt('whole')).toBeNull()
  expect((await viewMyLearning(noor, now)).underWay).toMatchObject([
    { percent: 50, because: ['2 of 2 modules completed', '0 of 6 hours live'] },
  ])
  const wish = { userId: noor.id, state: 'present' as const, minutes: null, task: '' }
  await takeAttendance(lena, { cohortId: id, sessionId: liveSessions[0]?.id ?? '' }, [wish], now)
  expect(await completedAt('whole')).toEqual(now)
  expect((await viewMyLearning(noor, now)).completed).toMatchObject([{ slug: 'whole', percent: 100 }])
})
