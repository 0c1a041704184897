import { expect, it } from 'vitest'
import { readCatalogueStamp } from '#app/db/catalogue.server.ts'
import { db } from '#app/db/client.server.ts'
import { viewCoursePage } from '#app/features/learning/view-catalogue.server.ts'
import { changeProfile, readProfile } from '#app/features/people/own-account.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { courseOf, publish, publishVersion } from '#tests/support/published.ts'

const TODAY = now.toISOString().slice(0, 10)
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000)

/** Whether what was done makes another stamp. */
async function changes(work: () => Promise<unknown>): Promise<boolean> {
  const before = await readCatalogueStamp(TODAY)
  await work()
  return (await readCatalogueStamp(TODAY)) !== before
}

it('pages of the catalogue are others after any change that they show, and after no other', async () => {
  const body = courseOf()
  const course = await publish('course', body)
  const lena = await createAccount('Lena', { roles: ['training_lead'] })
  const noor = await createAccount('Noor')
  const cohort = () => db().cohort.findFirstOrThrow({ include: { liveSessions: true } })
  const session = { key: 'a', title: 'Day 1', startsAt: inDays(10), endsAt: inDays(11), countsMinutes: 60 }

  expect(await changes(() => publishVersion(course.id, { ...body, price: { GBP: 100 } }))).toBe(true)
  expect(
    await changes(() =>
      db().cohort.create({
        data: {
          ...{ name: 'Leeds', courseId: course.id, startsOn: inDays(10), joinFrom: now, places: 2 },
          members: { create: { userId: lena.id, part: 'lead', joinedAt: now } },
          liveSessions: { create: { ...session, place: 'Room 4', link: '', plannedAt: now, changedAt: now } },
        },
      }),
    ),
  ).toBe(true)
  expect(await changes(() => db().liveSession.updateMany({ data: { startsAt: inDays(9) } }))).toBe(true)
  expect(await changes(() => db().cohort.updateMany({ data: { startsOn: inDays(11) } }))).toBe(true)
  const joins = { cohortId: (await cohort()).id, userId: noor.id, part: 'trainee' as const, joinedAt: now }
  expect(await changes(() => db().cohortMember.create({ data: joins }))).toBe(true)
  const teachingLine = 'Leads groups.'
  expect(await changes(async () => changeProfile(lena, { ...(await readProfile(lena)), teachingLine }, now))).toBe(true)
  expect(await viewCoursePage(course.slug, now)).toMatchObject({
    cohorts: [{ name: 'Leeds', trainees: 1, sessions: [{ title: 'Day 1', isOnline: false }] }],
    teachers: [{ name: lena.name, line: teachingLine }],
  })
  expect(JSON.stringify(await viewCoursePage(course.slug, now))).not.toContain('Room 4')

  expect(await changes(() => db().liveSession.updateMany({ data: { place: 'Room 5' } }))).toBe(false)
  expect(await changes(() => db().liveSession.updateMany({ data: { cancelledAt: now } }))).toBe(true)
  expect(await changes(() => db().cohort.updateMany({ data: { joinUntil: inDays(-1) } }))).toBe(true)
  expect(await viewCoursePage(course.slug, now)).toMatchObject({ cohorts: [] })
  expect(await changes(() => db().contentItem.updateMany({ data: { isListed: false } }))).toBe(true)
})

it('a lead is named only by their own line, and nobody else by writing one', async () => {
  const course = await publish('course', courseOf())
  const lena = await createAccount('Lena', { roles: ['training_lead'] })
  const noor = await createAccount('Noor')
  await changeProfile(noor, { ...(await readProfile(noor)), teachingLine: 'Me too.' }, now)
  const members = [lena, noor].map(({ id }) => ({ userId: id, part: 'lead' as const, joinedAt: now }))
  await db().cohort.create({
    data: { name: 'Leeds', courseId: course.id, startsOn: now, members: { create: members } },
  })
  expect(await viewCoursePage(course.slug, now)).toMatchObject({ teachers: [] })
})
