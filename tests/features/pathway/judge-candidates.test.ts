import { beforeEach, describe, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { countQueries } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { viewCohortPathway } from '#app/features/pathway/view-cohort-pathway.server.ts'
import { type CandidateQuery, viewPathwayCandidates } from '#app/features/pathway/view-pathway-candidates.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { awardStatus, publishPathway } from '#tests/support/statuses.ts'
import { createSupervisor, keep, sessionWith } from '#tests/support/supervision.ts'

const daysLater = (days: number) => new Date(now.getTime() + days * DAY_MS)

let lena: Actor
let noor: Actor
let sol: Actor
let cohortId: string

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  ;[noor, sol] = [await createAccount('Noor'), await createAccount('Sol')]
  const wish = { name: 'Leeds', courseSlug: 'first-steps', startsOn: '2026-09-01', endsOn: undefined, leadIds: [] }
  const cohort = await createCohort(lena, wish, now)
  if (!('id' in cohort)) throw new Error(cohort.fault.message)
  cohortId = cohort.id
  for (const { email } of [noor, sol]) await addTrainee(lena, cohortId, email, now)
})

describe('a cohort on the pathway', () => {
  test('tells who is how far, and what they go on with', async () => {
    await enrol(noor, 'first-steps', now)
    await markLessonRead(noor, { course: 'first-steps', lesson: 'one' }, now)
    const { trainees, counts } = await viewCohortPathway(lena, cohortId, 1, now)
    expect(trainees.find(({ name }) => name === 'Noor')).toMatchObject({
      metCount: 0,
      requirements: 2,
      isStuck: false,
      next: { title: 'First steps' },
    })
    expect(counts).toEqual({ all: 2, met: 0, stuck: 1 })
  })

  test('puts those first for whom nothing new has come for six weeks, and one new entry takes them out', async () => {
    await enrol(noor, 'first-steps', now)
    await markLessonRead(noor, { course: 'first-steps', lesson: 'one' }, now)
    const stuckAt = async (days: number) =>
      (await viewCohortPathway(lena, cohortId, 1, daysLater(days))).trainees.map(({ name, isStuck }) => [name, isStuck])
    expect(await stuckAt(41)).toEqual([
      ['Sol', true],
      ['Noor', false],
    ])
    expect(await stuckAt(42)).toEqual([
      ['Sol', true],
      ['Noor', true],
    ])
    const supervisor = await createSupervisor('Sunniva')
    await keep(sol, 'supervision', sessionWith(supervisor.id))
    expect(await stuckAt(1)).toEqual([
      ['Noor', false],
      ['Sol', false],
    ])
  })

  test('asks one statement where nothing is new, and one more for all who have something new, however many', async () => {
    await viewCohortPathway(lena, cohortId, 1, now)
    const view = () => countQueries(() => viewCohortPathway(lena, cohortId, 1, now))
    const nothingNew = await view()
    for (const name of ['Ada', 'Olu', 'Ines']) {
      const trainee = await createAccount(name)
      await addTrainee(lena, cohortId, trainee.email, now)
    }
    const threeNew = await view()
    expect([nothingNew.queries(), threeNew.queries(), threeNew.result.counts.all]).toEqual([1, 2, 5])
    expect((await view()).queries()).toBe(1)
  })

  test('says on the next day what terms that ran out in the night have changed', async () => {
    await viewCohortPathway(lena, cohortId, 1, now)
    const tomorrow = await countQueries(() => viewCohortPathway(lena, cohortId, 1, daysLater(1)))
    expect(tomorrow.queries()).toBe(2)
  })

  test('is not there for somebody who does not lead it', async () => {
    const ines = await createAccount('Ines', { roles: ['training_lead'] })
    await expect(viewCohortPathway(ines, cohortId, 1, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the candidates', () => {
  test('are those who keep something or follow a pathway, by standing, pathway and name', async () => {
    const supervisor = await createSupervisor('Sunniva')
    await keep(sol, 'supervision', sessionWith(supervisor.id))
    const names = async (query: Partial<Parameters<typeof viewPathwayCandidates>[0]>) =>
      (await viewPathwayCandidates({ standing: 'all', page: 1, ...query }, now)).candidates.map(({ name }) => name)
    expect(await names({})).toEqual(['Sol'])
    expect(await names({ name: 'so' })).toEqual(['Sol'])
    expect(await names({ name: 'noor' })).toEqual([])
    expect(await names({ standing: 'under-way', pathway: 'practitioner' })).toEqual(['Sol'])
    expect(await names({ standing: 'met' })).toEqual([])
    expect(await names({ pathway: 'another' })).toEqual([])
  })

  test('hold their status, whatever they keep here, and are not stuck on the way to it', async () => {
    const supervisor = await createSupervisor('Sunniva')
    await keep(sol, 'supervision', sessionWith(supervisor.id))
    const names = async (standing: CandidateQuery['standing']) =>
      (await viewPathwayCandidates({ standing, page: 1 }, daysLater(60))).candidates.map(({ name }) => name)
    expect([await names('stuck'), await names('holding')]).toEqual([['Sol'], []])
    await publishPathway()
    await awardStatus(sol, await createAccount('Grace', { roles: ['accreditation_staff'] }))
    expect([await names('stuck'), await names('under-way'), await names('holding')]).toEqual([[], [], ['Sol']])
    const { trainees, counts } = await viewCohortPathway(lena, cohortId, 1, daysLater(60))
    expect(trainees.find(({ name }) => name === 'Sol')?.holding).toMatch(/^It holds\. It can be renewed from/)
    expect(counts).toMatchObject({ stuck: 1 })
  })
})
