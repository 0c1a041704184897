import { beforeEach, expect, it } from 'vitest'
import { loadStudy } from '#app/content/load-study.server.ts'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { vignetteFacts } from '#app/features/pathway/study-facts.ts'
import { viewProgress } from '#app/features/pathway/view-progress.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'

let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
})

async function attempt(state: 'open' | 'submitted') {
  const item = await db().contentItem.findFirstOrThrow({ where: { kind: 'vignette' } })
  const rubric = await db().contentItem.findFirstOrThrow({ where: { kind: 'rubric' } })
  await db().attempt.create({
    data: {
      userId: noor.id,
      vignetteId: item.id,
      vignetteVersionId: item.currentVersionId ?? '',
      rubricVersionId: rubric.currentVersionId ?? '',
      number: 1,
      state,
      openedAt: now,
    },
  })
}

it('a newcomer is led to the first course, and the vignette opens with it', async () => {
  expect(await viewProgress(noor, now)).toMatchObject({
    title: 'Practitioner',
    metCount: 0,
    next: { requirementId: 'steps', step: { target: { kind: 'course', slug: 'first-steps' } } },
    requirements: [
      { state: 'not-begun' },
      { state: 'not-begun', next: { target: { kind: 'course', slug: 'first-steps' } } },
    ],
  })
})

it('somebody on the way sees how far they are and goes on there', async () => {
  await enrol(noor, 'first-steps', now)
  await markLessonRead(noor, { course: 'first-steps', lesson: 'one' }, now)
  await attempt('submitted')
  expect(await viewProgress(noor, now)).toMatchObject({
    requirements: [
      { state: 'under-way', have: 12, need: 100, unit: '%', next: { target: { kind: 'lessons' } } },
      { state: 'under-way', because: ['Your answer is with a training lead'] },
    ],
  })
})

it('a mark that is not released yet is told to nobody', async () => {
  await enrol(noor, 'first-steps', now)
  await attempt('submitted')
  const before = await viewProgress(noor, now)
  const { id: attemptId } = await db().attempt.findFirstOrThrow()
  await db().attempt.update({ where: { id: attemptId }, data: { hasPassed: true } })
  expect(await viewProgress(noor, now)).toEqual(before)
})

it('there is nothing to show while no pathway is published', async () => {
  await db().contentItem.updateMany({ where: { kind: 'pathway' }, data: { isListed: false } })
  expect(await viewProgress(noor, now)).toBeUndefined()
})

it('a vignette counts from the day on which its marks were released', async () => {
  await enrol(noor, 'first-steps', now)
  await attempt('submitted')
  const { id: attemptId } = await db().attempt.findFirstOrThrow()
  const releasedAt = new Date('2026-01-31T23:30:00Z')
  await db().attempt.update({ where: { id: attemptId }, data: { state: 'released', hasPassed: true, releasedAt } })
  const vignettes = async (timeZone: string) => vignetteFacts(await loadStudy(noor.id), timeZone)
  expect(await vignettes('Europe/London')).toMatchObject([{ state: 'passed', passedOn: '2026-01-31' }])
  expect(await vignettes('Europe/Amsterdam')).toMatchObject([{ passedOn: '2026-02-01' }])
})
