import { beforeEach, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerQuestion } from '#app/features/learning/answer-question.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { answerPractice } from '#app/features/learning/practice/answer-practice.server.ts'
import { viewPracticeQuestion } from '#app/features/learning/practice/view-question.server.ts'
import { viewCourse } from '#app/features/learning/view-course.server.ts'
import { viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder, replacing } from '#tests/support/content-folder.ts'
import { EVERY_NEW_KIND } from '#tests/support/questions.ts'

const COURSE = 'first-steps'
const QUESTIONS = 'courses/01-first-steps/questions.yaml'
const ONE = { course: COURSE, lesson: 'one' }
const withKinds = (change = (text: string) => text) => ({
  [QUESTIONS]: (text: string) => change(text + EVERY_NEW_KIND),
})
const in40Days = new Date(now.getTime() + 40 * 86_400_000)

const RIGHT = { 'q-match': ['a=x', 'b=y', 'c=x'], 'q-gap': ['Answer'], 'q-mode': ['pretend'], 'q-shift': ['-2'] }
const WRONG = { 'q-match': ['a=y', 'b=y', 'c=x'], 'q-gap': ['likely'], 'q-mode': ['mentalizing'], 'q-shift': ['2'] }

let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(withKinds()), now)
  noor = await createAccount('Noor')
  await enrol(noor, COURSE, now)
})

const answer = (questionId: string, chosen: string[], at = now) => answerQuestion(noor, ONE, { questionId, chosen }, at)
const answerAll = async (answers: Record<string, string[]>) => {
  for (const [id, chosen] of Object.entries(answers)) await answer(id, chosen)
}
const questions = async () => {
  const page = await viewLesson(noor, ONE, null)
  return typeof page === 'object' ? page.questions : []
}
const question = async (id: string) => (await questions()).find((one) => one.id === id)

it('a question of any kind tells nothing of its answer before it is answered, and says something on each part of it afterwards', async () => {
  expect(JSON.stringify(await questions())).not.toMatch(/feedback|verdict|expected|"answer":|Because|reply/)
  await answerAll(WRONG)
  expect(await question('q-match')).toMatchObject({
    ...{ isCorrect: false, outcome: 'Not quite' },
    options: [
      { id: 'a', isRight: false, verdict: 'You chose “Y”; it goes with “X”.', feedback: 'Because of a.' },
      { id: 'b', isRight: true, verdict: 'Right: “Y”.' },
      { id: 'c', isRight: true },
    ],
  })
  expect(await question('q-gap')).toMatchObject({
    isCorrect: false,
    options: [
      { text: 'The “likely” is here.', verdict: 'The gap is filled by “answer”.', feedback: 'Because likely.' },
    ],
  })
  expect(await question('q-mode')).toMatchObject({
    isCorrect: false,
    options: [
      { verdict: '', feedback: 'Because not equivalence.' },
      { verdict: 'The right answer.', isRight: true },
      { id: 'teleological' },
      { verdict: 'Your answer, and not right.', isChosen: true },
    ],
  })
  await answerAll(RIGHT)
  expect((await questions()).filter(({ id }) => id !== 'q-1').map((one) => one.isAnswered && one.outcome)).toEqual([
    ...['Right', 'Right', 'Right', 'As the author expects'],
  ])
  expect(await db().questionAnswer.count()).toBe(8)
})

it('a concordance without a panel has to be answered, says that nobody of a panel has, and gates nobody', async () => {
  const unmet = async () => {
    const course = await viewCourse(noor, COURSE)
    if (typeof course !== 'object') throw new Error('there is no such course')
    return course.because.filter(({ rule }) => ['questions', 'correct'].includes(rule)).map(({ text }) => text)
  }
  await answerAll({ ...RIGHT, 'q-shift': ['2'] })
  await answer('q-1', ['a'])
  // Of six questions five are judged, of which half have to be right.
  expect(await unmet()).toEqual(['5 of 6 questions answered', '4 right at the last try, at least 3 needed'])
  expect(await question('q-shift')).toMatchObject({
    outcome: 'Not as the author expects',
    remark: expect.stringMatching(/^No panel has answered this yet/),
    options: [
      { id: '-2', isRight: true, verdict: '' },
      { id: '-1', isRight: true, verdict: 'What the author expects.' },
      { id: '0', isRight: false },
      { id: '1', isRight: false },
      { id: '2', isChosen: true, verdict: 'Your answer.' },
    ],
  })
})

it('practice asks every kind again', async () => {
  await answerAll(RIGHT)
  const asked: string[] = []
  for (let next = await viewPracticeQuestion(noor, in40Days, { answerId: null, isGoingOn: true }); next; ) {
    if (next.kind !== 'next') break
    const { id } = next.question
    asked.push(next.question.stem.kind)
    const given = { course: COURSE, questionId: id, seen: next.seen, chosen: RIGHT[id as keyof typeof RIGHT] }
    const result = await answerPractice(noor, given, in40Days)
    const answerId = 'answerId' in result ? (result.answerId ?? null) : null
    expect(await viewPracticeQuestion(noor, in40Days, { answerId, isGoingOn: true })).toMatchObject({ kind: 'given' })
    next = await viewPracticeQuestion(noor, in40Days, { answerId: null, isGoingOn: true })
  }
  expect(asked).toEqual(['match', 'gap', 'mode', 'script-concordance'])
})

it('an answer keeps the judgement of its version when the question is corrected: it counts, and the question is asked anew', async () => {
  await answerAll(RIGHT)
  const shown = await question('q-mode')
  await publishContent(await contentFolder(withKinds(replacing('mode: pretend', 'mode: mentalizing'))), now)
  expect(shown).toMatchObject({ isAnswered: true, isCorrect: true })
  expect(await question('q-mode')).toMatchObject({ isAnswered: false, earlier: { isCorrect: true } })
  expect(await question('q-gap')).toMatchObject({ isAnswered: true })
  const before = await viewCourse(noor, COURSE)
  await answer('q-mode', ['pretend'], in40Days)
  expect(await question('q-mode')).toMatchObject({ isAnswered: true, isCorrect: false })
  expect(await viewCourse(noor, COURSE)).not.toEqual(before)
  const versions = await db().questionAnswer.findMany({
    where: { questionId: 'q-mode' },
    orderBy: { answeredAt: 'asc' },
  })
  expect(versions.map(({ isCorrect }) => isCorrect)).toEqual([true, false])
  expect(new Set(versions.map(({ courseVersionId }) => courseVersionId)).size).toBe(2)
})
