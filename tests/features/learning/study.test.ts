import { beforeEach, describe, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerQuestion } from '#app/features/learning/answer-question.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { viewCourse } from '#app/features/learning/view-course.server.ts'
import { viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { viewMyLearning } from '#app/features/learning/view-my-learning.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder, replacing } from '#tests/support/content-folder.ts'

const COURSE_FILE = 'courses/01-first-steps/course.yaml'
const COURSE = 'first-steps'
const ONE = { course: COURSE, lesson: 'one' }
const TWO = { course: COURSE, lesson: 'two' }

let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
})

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const enrolments = () => db().enrolment.findMany({ where: { userId: noor.id } })

describe('enrolling', () => {
  it('is written once with its audit entry, and leads to the first lesson', async () => {
    expect(await enrol(noor, COURSE, now)).toEqual({ firstLesson: 'one', isNew: true })
    expect(await enrol(noor, COURSE, later(1))).toEqual({ firstLesson: 'one', isNew: false })
    expect(await enrolments()).toMatchObject([{ enrolledAt: now, completedAt: null }])
    expect((await auditedActions()).filter((action) => action.startsWith('enrolment'))).toEqual(['enrolment.made'])
  })

  it('from many windows at the same instant is written once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => enrol(noor, COURSE, now)))
    expect(outcomes.filter((outcome) => 'isNew' in outcome && outcome.isNew)).toHaveLength(1)
    expect(await enrolments()).toHaveLength(1)
    expect((await auditedActions()).filter((action) => action === 'enrolment.made')).toHaveLength(1)
  })

  it('takes somebody up again who had withdrawn', async () => {
    await enrol(noor, COURSE, now)
    await db().enrolment.updateMany({ data: { state: 'withdrawn' } })
    expect(await enrol(noor, COURSE, now)).toMatchObject({ isNew: true })
    expect(await enrolments()).toMatchObject([{ state: 'active' }])
  })

  it('answers 404 for a course that is not there, or no longer offered', async () => {
    await expect(enrol(noor, 'nothing', now)).rejects.toMatchObject({ status: 404 })
    await db().contentItem.updateMany({ data: { isListed: false } })
    await expect(enrol(noor, COURSE, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a lesson', () => {
  it('is out of reach for whoever is not enrolled', async () => {
    expect(await viewLesson(noor, ONE, null)).toBe('not-enrolled')
    await expect(markLessonRead(noor, ONE, now)).rejects.toMatchObject({ status: 404 })
    await expect(answerQuestion(noor, ONE, { questionId: 'q-1', chosen: ['a'] }, now)).rejects.toMatchObject({
      status: 404,
    })
  })

  it('is not there under another name', async () => {
    await enrol(noor, COURSE, now)
    expect(await viewLesson(noor, { course: COURSE, lesson: 'three' }, null)).toBeUndefined()
    expect(await viewLesson(noor, { course: 'nothing', lesson: 'one' }, null)).toBeUndefined()
    await expect(markLessonRead(noor, { course: COURSE, lesson: 'three' }, now)).rejects.toMatchObject({ status: 404 })
  })

  it('stays within reach of whoever is enrolled after the course has left the catalogue', async () => {
    await enrol(noor, COURSE, now)
    await db().contentItem.updateMany({ data: { isListed: false } })
    expect(await viewLesson(noor, ONE, null)).toMatchObject({ lesson: { title: 'One' } })
    expect((await viewMyLearning(noor, now)).underWay).toHaveLength(1)
  })

  it('is marked as read once, under the version that was read, and leads to the next', async () => {
    await enrol(noor, COURSE, now)
    expect(await markLessonRead(noor, ONE, now)).toEqual({ nextLesson: 'two', hasCompleted: false })
    await Promise.all([markLessonRead(noor, ONE, later(1)), markLessonRead(noor, ONE, later(2))])
    expect(await db().lessonRead.findMany()).toMatchObject([{ lessonSlug: 'one', readAt: now }])
    expect(await viewLesson(noor, ONE, null)).toMatchObject({ isRead: true, next: { slug: 'two' } })
    expect(await markLessonRead(noor, TWO, now)).toMatchObject({ nextLesson: undefined })
  })
})

describe('a question', () => {
  beforeEach(() => enrol(noor, COURSE, now))
  const questionsOf = async (lesson: typeof ONE, again: string | null = null) => {
    const page = await viewLesson(noor, lesson, again)
    return typeof page === 'object' ? page.questions : []
  }

  it('tells nothing of the right answer before it is answered', async () => {
    const [question] = await questionsOf(ONE)
    expect(JSON.stringify(question)).not.toMatch(/correct|isRight|feedback|explanation/i)
  })

  it('keeps every answer, counts the last one, and says something on every option', async () => {
    expect(await answerQuestion(noor, ONE, { questionId: 'q-1', chosen: ['b'] }, now)).toMatchObject({
      isCorrect: false,
    })
    expect(await answerQuestion(noor, ONE, { questionId: 'q-1', chosen: ['a'] }, later(1))).toMatchObject({
      isCorrect: true,
    })
    expect(await db().questionAnswer.count()).toBe(2)
    expect(await questionsOf(ONE)).toMatchObject([
      {
        isAnswered: true,
        isCorrect: true,
        explanation: 'This one.',
        options: [
          { id: 'a', isChosen: true, isRight: true, feedback: 'Yes.' },
          { id: 'b', isChosen: false, isRight: false, feedback: 'No.' },
          { id: 'c', isChosen: false, isRight: false, feedback: 'Not quite.' },
        ],
      },
    ])
  })

  it('can be tried again without the answer that stands', async () => {
    await answerQuestion(noor, ONE, { questionId: 'q-1', chosen: ['b'] }, now)
    expect(await questionsOf(ONE, 'q-1')).toMatchObject([{ isAnswered: false }])
  })

  it('shows steps in the order that was chosen, each with its right place', async () => {
    await answerQuestion(noor, TWO, { questionId: 'q-2', chosen: ['b', 'a', 'c'] }, now)
    expect(await questionsOf(TWO)).toMatchObject([
      {
        isCorrect: false,
        options: [
          { id: 'b', verdict: 'You put it at 1; it stands at 2.', isRight: false },
          { id: 'a', verdict: 'You put it at 2; it stands at 1.', isRight: false },
          { id: 'c', verdict: 'In its place, 3.', isRight: true },
        ],
      },
    ])
  })

  it('takes no answer that is none, and changes nothing', async () => {
    expect(await answerQuestion(noor, ONE, { questionId: 'q-1', chosen: ['z'] }, now)).toEqual({
      fault: 'Choose one answer.',
    })
    expect(await db().questionAnswer.count()).toBe(0)
  })

  it('of another lesson, or of none, answers 404', async () => {
    for (const questionId of ['q-2', 'nothing'])
      await expect(answerQuestion(noor, ONE, { questionId, chosen: ['a'] }, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a course', () => {
  const withoutVignette = {
    [COURSE_FILE]: (text: string) =>
      replacing('  vignettes: all\n', '')(replacing('correctShare: 0.5', 'correctShare: 1')(text)),
  }
  const actions = {
    one: (at = now) => markLessonRead(noor, ONE, at),
    two: (at = now) => markLessonRead(noor, TWO, at),
    q1: (at = now) => answerQuestion(noor, ONE, { questionId: 'q-1', chosen: ['a'] }, at),
    q2: (at = now) => answerQuestion(noor, TWO, { questionId: 'q-2', chosen: ['a', 'b', 'c'] }, at),
  }

  beforeEach(async () => {
    await publishContent(await contentFolder(withoutVignette), now)
    await enrol(noor, COURSE, now)
  })

  it('is completed by the last thing that was missing, once, at that moment', async () => {
    await actions.one()
    await actions.two()
    await actions.q1()
    expect(await enrolments()).toMatchObject([{ completedAt: null }])
    expect(await viewLesson(noor, TWO, null)).toMatchObject({ hasCompleted: false })
    expect(await actions.q2(later(5))).toMatchObject({ hasCompleted: true })
    expect(await actions.q2(later(9))).toMatchObject({ hasCompleted: false })
    expect(await viewLesson(noor, TWO, null)).toMatchObject({ hasCompleted: true })
    expect(await enrolments()).toMatchObject([{ completedAt: later(5) }])
    expect((await auditedActions()).filter((action) => action === 'course.completed')).toHaveLength(1)
  })

  it('is completed when its last things are done at the same instant in different windows', async () => {
    await Promise.all([actions.one(), actions.two(), actions.q1(), actions.q2()])
    expect(await enrolments()).toMatchObject([{ completedAt: now }])
    expect((await auditedActions()).filter((action) => action === 'course.completed')).toHaveLength(1)
  })

  it('stays completed when a later answer is wrong or a later version asks for more', async () => {
    for (const act of Object.values(actions)) await act()
    await answerQuestion(noor, ONE, { questionId: 'q-1', chosen: ['b'] }, later(1))
    await publishContent(await contentFolder(), later(2))
    expect(await viewCourse(noor, COURSE)).toMatchObject({ isCompleted: true, percent: 100 })
    const { completed, underWay } = await viewMyLearning(noor, now)
    expect(completed).toMatchObject([{ slug: COURSE, percent: 100, certificateNumber: null }])
    expect(underWay).toEqual([])
  })

  it('shows how far one is by the same number everywhere', async () => {
    await actions.one()
    await actions.q1()
    const [mine] = (await viewMyLearning(noor, now)).underWay
    const overview = await viewCourse(noor, COURSE)
    expect(mine).toMatchObject({ percent: 50, next: { kind: 'lesson', slug: 'two', title: 'Two', isFirst: false } })
    expect(overview).toMatchObject({
      percent: 50,
      lessons: [
        { slug: 'one', isRead: true, questions: { count: 1, answered: 1, right: 1 } },
        { slug: 'two', isRead: false, questions: { count: 1, answered: 0, right: 0 } },
      ],
    })
  })

  it("of somebody else is nobody's business", async () => {
    await actions.one()
    const ada = await createAccount('Ada')
    expect(await viewCourse(ada, COURSE)).toBe('not-enrolled')
    expect(await viewMyLearning(ada, now)).toMatchObject({ underWay: [], notBegun: [{ slug: COURSE }] })
  })
})
