import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { type CandidateFilter, viewCandidates } from '#app/features/credentials/view-candidates.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enrolment, issueAsSeen, type PublishedCourse, publishCourse } from '#tests/support/certificates.ts'
import { createScript, createVignette } from '#tests/support/scripts.ts'

let grace: Actor
let stance: PublishedCourse

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff', 'trainee'] })
  stance = await publishCourse()
})

const view = (filter: Partial<CandidateFilter> = {}) =>
  viewCandidates(grace, { state: 'waiting', page: 1, ...filter }, now)
const namesIn = async (filter: Partial<CandidateFilter> = {}) => (await view(filter)).candidates.map(({ name }) => name)

/** Somebody who completed the course this many days ago. */
async function waits(name: string, days: number, course = stance) {
  const person = await createAccount(name.replaceAll(' ', '.'))
  await db().user.update({ where: { id: person.id }, data: { name } })
  return { person, id: await enrolment(person, course, new Date(now.getTime() - days * DAY_MS)) }
}

describe('the list of those who have completed a course', () => {
  test('shows who waits, the longest first, and not who is under way', async () => {
    await waits('Noor', 3)
    await waits('Sol', 12)
    await enrolment(await createAccount('Ada'), stance, null)
    expect(await namesIn()).toEqual(['Sol', 'Noor'])
    expect((await view()).candidates[0]).toMatchObject({
      courseTitle: 'Therapeutic stance',
      daysWaiting: 12,
      profession: 'nurse',
      isOwn: false,
    })
  })

  test('moves people to the issued ones with their number, the newest first', async () => {
    const [noor, sol] = [await waits('Noor', 3), await waits('Sol', 12)]
    await issueAsSeen(grace, [noor.id], new Date(now.getTime() - 1000))
    const { issuedNumbers } = await issueAsSeen(grace, [sol.id])
    expect(await namesIn()).toEqual([])
    expect((await view({ state: 'issued' })).candidates).toMatchObject([
      { name: 'Sol', number: issuedNumbers[0], issuedAt: now },
      { name: 'Noor' },
    ])
  })

  test('marks the officer’s own', async () => {
    await enrolment(grace, stance)
    expect((await view()).candidates).toMatchObject([{ name: 'Grace', isOwn: true }])
  })

  test('keeps to one course when asked, and counts each', async () => {
    const other = await publishCourse({ title: 'The transference' })
    await waits('Noor', 1)
    await waits('Sol', 2, other)
    expect(await namesIn({ course: other.slug })).toEqual(['Sol'])
    expect((await view()).courses.map(({ title, waiting, issued }) => ({ title, waiting, issued }))).toEqual(
      expect.arrayContaining([
        { title: 'Therapeutic stance', waiting: 1, issued: 0 },
        { title: 'The transference', waiting: 1, issued: 0 },
      ]),
    )
  })

  test.each(['tirlea', 'ȚÎR', 'Țîrlea', 'stefania t'])('finds Ștefania Țîrlea by “%s”', async (name) => {
    await waits('Ștefania Țîrlea', 1)
    await waits('Sol', 1)
    expect(await namesIn({ name })).toEqual(['Ștefania Țîrlea'])
  })

  test('takes letters without a decomposition for what people type', async () => {
    await waits('Łukasz Øster', 1)
    expect(await namesIn({ name: 'lukasz o' })).toEqual(['Łukasz Øster'])
    expect(await namesIn({ name: 'ŁUKASZ' })).toEqual(['Łukasz Øster'])
  })

  test('takes % and _ for themselves', async () => {
    await waits('Noor', 1)
    expect(await namesIn({ name: '%' })).toEqual([])
    expect(await namesIn({ name: 'N__r' })).toEqual([])
  })

  test('has pages of 25', async () => {
    for (let number = 1; number <= 27; number++) await waits(`Trainee ${number}`, number)
    const first = await view()
    expect(first).toMatchObject({ total: 27, pageCount: 2, candidates: { length: 25 } })
    expect(await namesIn({ page: 2 })).toEqual(['Trainee 2', 'Trainee 1'])
  })

  test('names the vignettes of the course that were passed, and no other', async () => {
    const [asked, other] = [await createVignette(), await createVignette()]
    const course = await publishCourse({ vignettes: [asked.slug] })
    const { person } = await waits('Noor', 1, course)
    for (const vignette of [asked, other]) {
      const { attemptId } = await createScript(vignette, person)
      const released = { state: 'released', releasedAt: now, hasPassed: true } as const
      await db().attempt.update({ where: { id: attemptId }, data: released })
    }
    expect((await view()).candidates[0]?.vignettesPassed).toEqual([`The case of ${asked.slug}`])
  })

  test('asks one question of the database, however long it is', async () => {
    for (let number = 1; number <= 5; number++) await waits(`Trainee ${number}`, number)
    const { queries } = await countQueries(() => view())
    expect(queries()).toBe(1)
  })

  test.each(['trainee', 'training_lead', 'administrator'] as const)('is closed to a %s', async (role) => {
    const actor = await createAccount('Mallory', { roles: [role] })
    await expect(viewCandidates(actor, { state: 'waiting', page: 1 }, now)).rejects.toMatchObject({ status: 403 })
  })
})
