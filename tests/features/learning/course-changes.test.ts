import { beforeEach, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerQuestion } from '#app/features/learning/answer-question.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { answerPractice } from '#app/features/learning/practice/answer-practice.server.ts'
import { reportReading } from '#app/features/learning/reading/report-reading.server.ts'
import { viewCourse } from '#app/features/learning/view-course.server.ts'
import { viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder, replacing } from '#tests/support/content-folder.ts'

const COURSE = 'first-steps'
const QUESTIONS = 'courses/01-first-steps/questions.yaml'
const ONE = { course: COURSE, lesson: 'one' }
const TWO = { course: COURSE, lesson: 'two' }
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
  await enrol(noor, COURSE, now)
})

const answer = (chosen: string[], at = now, print?: string) =>
  answerQuestion(noor, ONE, { questionId: 'q-1', chosen, print }, at)
const progress = async () => {
  const course = await viewCourse(noor, COURSE)
  return typeof course === 'object' ? course.because.map(({ text }) => text) : []
}
const shown = async (lesson = ONE, again: string | null = null) => {
  const page = await viewLesson(noor, lesson, again)
  return typeof page === 'object' ? page.questions[0] : undefined
}

it('a lesson that is taken out while somebody is in it leads back to its course, which asks for it no longer, and keeps what they did', async () => {
  await answer(['a'])
  await markLessonRead(noor, ONE, now)
  const without = {
    'courses/01-first-steps/lessons/01-one.md': null,
    [QUESTIONS]: (text: string) => text.slice(text.indexOf('- id: q-2')),
  }
  await publishContent(await contentFolder(without), later(1))

  expect(await viewLesson(noor, ONE, null)).toBe('removed')
  for (const sent of [markLessonRead(noor, ONE, later(2)), answer(['b'], later(2))]) {
    const response = await sent.catch((thrown: unknown) => thrown)
    if (!(response instanceof Response)) throw new Error('nothing was thrown')
    expect([response.status, response.headers.get('location')]).toEqual([302, `/learn/${COURSE}`])
    expect(decodeURIComponent(response.headers.get('set-cookie') ?? '')).toContain('has been taken out of the course')
  }
  // What the open page tells by itself would be said on whatever is opened next.
  await expect(reportReading(noor, ONE, { seconds: 5 }, later(2))).rejects.toMatchObject({ status: 404 })
  expect(await progress()).toEqual([
    ...['0 of 1 lesson read', '0 of 1 question answered', '0 right at the last try, at least 1 needed'],
    '0 of 1 vignette passed',
  ])
  expect([await db().lessonRead.count(), await db().questionAnswer.count()]).toEqual([1, 1])
  await publishContent(await contentFolder(), later(3))
  expect((await progress())[0]).toBe('1 of 2 lessons read')
})

it('an answer to a question that was corrected while the page was open is not judged by words that nobody saw', async () => {
  const before = await shown()
  if (!before || before.isAnswered) throw new Error('the question is not open')
  await publishContent(
    await contentFolder({ [QUESTIONS]: replacing('prompt: Which one?', 'prompt: Which one not?') }),
    now,
  )
  expect(await answer(['a'], now, before.print)).toEqual({
    fault: expect.stringMatching(/^This question was corrected while your page was open/),
  })
  expect(await db().questionAnswer.count()).toBe(0)
  const after = await shown()
  if (!after || after.isAnswered) throw new Error('the question is not open')
  expect(await answer(['a'], now, after.print)).toMatchObject({ isCorrect: true })
  const practised = { course: COURSE, questionId: 'q-1', seen: 1, chosen: ['a'], print: before.print }
  expect(await answerPractice(noor, practised, now)).toHaveProperty('fault')
})

it('the last answer counts even where the clock was set back before it', async () => {
  await answer(['b'])
  await answer(['a'], later(-60))
  expect(await shown()).toMatchObject({ isAnswered: true, isCorrect: true })
  await answer(['b'], later(-30))
  expect(await shown()).toMatchObject({ isAnswered: true, isCorrect: false })
})

it('two devices that answer one question and read one lesson at once lose nothing and count nothing twice', async () => {
  const sent = ['a', 'a', 'a', 'a'].map((id) => answer([id]))
  await Promise.all([...sent, markLessonRead(noor, ONE, now), markLessonRead(noor, ONE, now)])
  expect(await db().questionAnswer.count()).toBe(4)
  expect((await progress()).slice(0, 3)).toEqual([
    ...['1 of 2 lessons read', '1 of 2 questions answered', '1 right at the last try, at least 1 needed'],
  ])
  expect(await viewLesson(noor, TWO, null)).toMatchObject({ isRead: false })
})
