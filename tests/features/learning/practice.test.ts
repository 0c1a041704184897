import { beforeEach, describe, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerQuestion } from '#app/features/learning/answer-question.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { answerPractice } from '#app/features/learning/practice/answer-practice.server.ts'
import { viewPractice } from '#app/features/learning/practice/view-practice.server.ts'
import { viewPracticeQuestion } from '#app/features/learning/practice/view-question.server.ts'
import { viewCourse } from '#app/features/learning/view-course.server.ts'
import { viewMyLearning } from '#app/features/learning/view-my-learning.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'

const COURSE = 'first-steps'
const QUESTIONS = 'courses/01-first-steps/questions.yaml'
const LESSONS: Record<string, string> = { 'q-1': 'one', 'q-2': 'two' }
const RIGHT: Record<string, string[]> = { 'q-1': ['a'], 'q-2': ['a', 'b', 'c'] }
const NEXT: { answerId: string | null; isGoingOn: boolean } = { answerId: null, isGoingOn: false }

let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
  await enrol(noor, COURSE, now)
})

const daysOn = (days: number) => new Date(now.getTime() + days * 86_400_000)
const inLesson = (questionId: string, chosen = RIGHT[questionId] ?? [], at = now) =>
  answerQuestion(noor, { course: COURSE, lesson: LESSONS[questionId] ?? '' }, { questionId, chosen }, at)
const inPractice = (questionId: string, seen: number, at: Date, chosen = RIGHT[questionId] ?? []) =>
  answerPractice(noor, { course: COURSE, questionId, seen, chosen }, at)
const cards = async () =>
  (await db().practiceCard.findMany({ orderBy: { questionId: 'asc' } })).map((card) => ({
    id: card.questionId,
    reviews: card.reviews,
    dueOn: card.dueOn.toISOString().slice(0, 10),
  }))
const next = (at: Date, asked = NEXT, as = noor) => viewPracticeQuestion(as, at, asked)

describe('an answer on a lesson’s page', () => {
  it('makes the question’s card: two days for a right one, one for a wrong one', async () => {
    await inLesson('q-1')
    await inLesson('q-2', ['b', 'a', 'c'])
    expect(await cards()).toEqual([
      { id: 'q-1', reviews: 1, dueOn: '2026-11-04' },
      { id: 'q-2', reviews: 1, dueOn: '2026-11-03' },
    ])
  })

  it('given again before the question is due moves nothing, and counts as practice from then on', async () => {
    await inLesson('q-1', ['b'])
    await inLesson('q-1')
    expect(await cards()).toMatchObject([{ reviews: 1, dueOn: '2026-11-03' }])
    await inLesson('q-1', ['a'], daysOn(1))
    expect(await cards()).toMatchObject([{ reviews: 2 }])
  })

  it('given twice at the same instant makes one card', async () => {
    await Promise.all(Array.from({ length: 6 }, () => inLesson('q-1')))
    expect(await cards()).toMatchObject([{ id: 'q-1', reviews: 1 }])
  })

  it('that is no answer makes none', async () => {
    await inLesson('q-1', ['z'])
    expect(await cards()).toEqual([])
  })
})

describe('practice', () => {
  beforeEach(async () => {
    await inLesson('q-1')
    await inLesson('q-2')
  })

  it('asks nothing before a question is due, and says when the next one comes back', async () => {
    expect(await next(daysOn(1))).toBeUndefined()
    expect(await viewPractice(noor, daysOn(1))).toMatchObject({ questions: 2, due: 0, nextOn: '2026-11-04' })
    expect((await viewMyLearning(noor, daysOn(1))).practice).toEqual({ questions: 2, due: 0 })
  })

  it('asks what is due, one question after the other, and tells nothing of the answer', async () => {
    const asked = await next(daysOn(2))
    expect(asked).toMatchObject({
      kind: 'next',
      question: { id: 'q-1', prompt: 'Which one?' },
      course: { slug: COURSE },
      seen: 1,
      place: { number: 1, of: 2 },
    })
    expect(JSON.stringify(asked)).not.toMatch(/correct|isRight|feedback|explanation/i)
    await inPractice('q-1', 1, daysOn(2))
    expect(await next(daysOn(2))).toMatchObject({ question: { id: 'q-2' }, place: { number: 2, of: 2 } })
    expect((await viewMyLearning(noor, daysOn(2))).practice).toEqual({ questions: 2, due: 1 })
  })

  it('counts the day on which a person lives for due, not that of the server', async () => {
    const evening = new Date('2026-11-03T15:30:00Z')
    expect(await next(evening)).toBeUndefined()
    expect(await next(evening, NEXT, { ...noor, timeZone: 'Asia/Tokyo' })).toMatchObject({ kind: 'next' })
  })

  it('shows the answer with its reasons and says when the question comes back', async () => {
    const result = await inPractice('q-1', 1, daysOn(2), ['b'])
    const answerId = 'answerId' in result ? (result.answerId ?? null) : null
    const given = await next(daysOn(2), { answerId, isGoingOn: false })
    expect(given).toMatchObject({
      kind: 'given',
      question: { id: 'q-1', isCorrect: false, explanation: 'This one.' },
      lesson: { href: '/learn/first-steps/one', title: 'One' },
      comesBackOn: '2026-11-05',
      due: 1,
    })
    const ada = await createAccount('Ada')
    expect(await next(daysOn(2), { answerId, isGoingOn: false }, ada)).toBeUndefined()
  })

  it('keeps one answer of many that are sent at the same instant, and leads all of them to it', async () => {
    const sent = Array.from({ length: 6 }, (_, index) => inPractice('q-1', 1, daysOn(2), [index % 2 ? 'a' : 'b']))
    const results = await Promise.all(sent)
    const answers = await db().practiceAnswer.findMany()
    expect(answers).toMatchObject([{ questionId: 'q-1', number: 2 }])
    expect(new Set(results.map((result) => 'answerId' in result && result.answerId))).toEqual(new Set([answers[0]?.id]))
    expect((await cards())[0]).toMatchObject({ reviews: 2 })
  })

  it('takes an answer on the lesson’s page meanwhile for the one, and does not count a second', async () => {
    await inLesson('q-1', ['a'], daysOn(2))
    expect(await inPractice('q-1', 1, daysOn(2))).toEqual({ answerId: undefined })
    expect(await db().practiceAnswer.count()).toBe(0)
  })

  it('is not troubled by a clock that was set back', async () => {
    await inPractice('q-1', 1, daysOn(2))
    await inPractice('q-1', 2, daysOn(-400))
    expect((await cards())[0]).toMatchObject({ reviews: 3 })
    expect((await cards())[0]?.dueOn.slice(0, 4)).toMatch(/^202[67]$/)
  })

  it('changes neither the course’s progress nor its answers, however it goes', async () => {
    const before = await viewCourse(noor, COURSE)
    await inPractice('q-1', 1, daysOn(2), ['b'])
    await inPractice('q-2', 1, daysOn(2), ['c', 'b', 'a'])
    expect(await viewCourse(noor, COURSE)).toEqual(before)
    expect(await db().questionAnswer.count()).toBe(2)
  })

  it('takes no answer that is none, and changes nothing', async () => {
    expect(await inPractice('q-1', 1, daysOn(2), ['z'])).toEqual({ fault: 'Choose one answer.' })
    expect(await db().practiceAnswer.count()).toBe(0)
    expect((await cards())[0]).toMatchObject({ reviews: 1 })
  })

  it('is out of reach for whoever has not answered the question, is not enrolled, or asks for nothing that is there', async () => {
    const ada = await createAccount('Ada')
    const answer = { course: COURSE, questionId: 'q-1', seen: 1, chosen: ['a'] }
    await expect(answerPractice(ada, answer, now)).rejects.toMatchObject({ status: 404 })
    await enrol(ada, COURSE, now)
    await expect(answerPractice(ada, answer, now)).rejects.toMatchObject({ status: 404 })
    await expect(answerPractice(noor, { ...answer, questionId: 'q-9' }, now)).rejects.toMatchObject({ status: 404 })
    await expect(answerPractice(noor, { ...answer, course: 'nothing' }, now)).rejects.toMatchObject({ status: 404 })
  })

  it('rests while somebody has withdrawn from the course', async () => {
    await db().enrolment.updateMany({ data: { state: 'withdrawn' } })
    expect(await viewPractice(noor, daysOn(2))).toMatchObject({ questions: 0, modules: [] })
  })
})

describe('a course that changes', () => {
  beforeEach(() => inLesson('q-1'))

  it('keeps an answer under the version that it was given to, and asks the new one next time', async () => {
    const result = await inPractice('q-1', 1, daysOn(2))
    const changed = (text: string) => text.replace('prompt: Which one?', 'prompt: Which of them?')
    await publishContent(await contentFolder({ [QUESTIONS]: changed }), daysOn(3))
    const answerId = 'answerId' in result ? (result.answerId ?? null) : null
    expect(await next(daysOn(3), { answerId, isGoingOn: false })).toMatchObject({ question: { prompt: 'Which one?' } })
    expect(await next(daysOn(20))).toMatchObject({ question: { prompt: 'Which of them?' }, seen: 2 })
  })

  it('lets the card of a question rest that was taken out, and has it again when the question comes back', async () => {
    const without = (text: string) => text.slice(text.indexOf('- id: q-2'))
    await publishContent(await contentFolder({ [QUESTIONS]: without }), now)
    expect(await viewPractice(noor, daysOn(2))).toMatchObject({ questions: 0, due: 0 })
    expect((await viewMyLearning(noor, daysOn(2))).practice).toEqual({ questions: 0, due: 0 })
    await expect(inPractice('q-1', 1, daysOn(2))).rejects.toMatchObject({ status: 404 })
    await publishContent(await contentFolder(), now)
    expect(await viewPractice(noor, daysOn(2))).toMatchObject({ questions: 1, due: 1 })
  })
})

describe('what fades', () => {
  it('is said for each module of which a question is in hand, with how many', async () => {
    expect((await viewPractice(noor, now)).modules).toEqual([])
    await inLesson('q-1')
    const [today] = (await viewPractice(noor, now)).modules
    expect(today).toMatchObject({ slug: COURSE, title: 'First steps', questions: 1, due: 0, knownToday: 1 })
    const [later] = (await viewPractice(noor, daysOn(30))).modules
    expect(later).toMatchObject({ due: 1 })
    expect(later?.knownToday).toBeCloseTo(today?.knownLater ?? 0)
  })
})

describe('a session', () => {
  it('is over after its questions; the rest waits unless one asks to go on', async () => {
    await inLesson('q-1')
    const { id: enrolmentId } = await db().enrolment.findFirstOrThrow()
    const { currentVersionId } = await db().contentItem.findFirstOrThrow({ where: { slug: COURSE } })
    const answeredOn = daysOn(2)
    const row = { enrolmentId, courseVersionId: currentVersionId ?? '', chosen: ['a'], isCorrect: true }
    await db().practiceAnswer.createMany({
      data: Array.from({ length: 8 }, (_, number) => ({
        ...row,
        questionId: 'q-other',
        number,
        answeredAt: answeredOn,
        answeredOn,
      })),
    })
    expect(await next(daysOn(2))).toBeUndefined()
    expect(await viewPractice(noor, daysOn(2))).toMatchObject({ due: 1, answeredToday: 8, place: { isEnough: true } })
    expect(await next(daysOn(2), { answerId: null, isGoingOn: true })).toMatchObject({ kind: 'next' })
  })
})
