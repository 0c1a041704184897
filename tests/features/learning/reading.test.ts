import { beforeEach, describe, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { reportReading } from '#app/features/learning/reading/report-reading.server.ts'
import { viewCourse } from '#app/features/learning/view-course.server.ts'
import { type LessonPage, viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { viewMyLearning } from '#app/features/learning/view-my-learning.server.ts'
import { viewCpd } from '#app/features/portfolio/view-cpd.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'

const ONE = { course: 'first-steps', lesson: 'one' }
const TWO = { course: 'first-steps', lesson: 'two' }
const LESSON_FILE = 'courses/01-first-steps/lessons/01-one.md'

let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
  await enrol(noor, 'first-steps', now)
})

const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
const page = async (as = noor) => (await viewLesson(as, ONE, null)) as LessonPage
const reportAt = (seconds: number, report: Parameters<typeof reportReading>[2], at = ONE) =>
  reportReading(noor, at, report, later(seconds))
const anchorsIn = ({ html }: LessonPage) => [...html.matchAll(/id="(p-[^"]+)"/g)].map(([, id = '']) => id)
const secondsOf = async () =>
  (await db().lessonReading.findMany({ orderBy: { lessonSlug: 'asc' } })).map(({ activeSeconds }) => activeSeconds)

describe('where somebody stopped', () => {
  it('is led to from the lesson and from one’s courses, until the lesson is read', async () => {
    const [first, second, third] = anchorsIn(await page())
    expect((await viewMyLearning(noor, now)).underWay[0]?.next?.isFirst).toBe(true)
    await reportAt(30, { seconds: 30, anchor: first })
    expect((await page()).stoppedAt).toBeUndefined()
    await reportAt(60, { seconds: 30, anchor: third })
    await reportAt(90, { seconds: 30 })
    await reportAt(95, { seconds: 0, anchor: 'p-0000000' })
    expect((await page()).stoppedAt).toEqual({ id: third, words: expect.any(String) })
    expect((await viewMyLearning(noor, now)).underWay[0]?.next).toMatchObject({
      ...{ slug: 'one', anchor: third, isFirst: false },
    })
    await reportAt(99, { seconds: 0, anchor: second })
    expect((await page()).stoppedAt?.id).toBe(second)

    await markLessonRead(noor, ONE, now)
    expect((await page()).stoppedAt).toBeUndefined()
  })

  it('stays when the lesson is corrected around it, and is given up when the paragraph itself has gone', async () => {
    const anchor = anchorsIn(await page())[2]
    await reportAt(30, { seconds: 30, anchor })
    const publish = async (change: (text: string) => string) =>
      publishContent(await contentFolder({ [LESSON_FILE]: change }), later(60))
    await publish((text) => text.replace('## A heading', 'One more paragraph.\n\n## Another heading'))
    expect((await page()).stoppedAt?.id).toBe(anchor)
    await publish((text) => text.replace('What was it like?', 'How was it?').replace('I said nothing.', 'I spoke.'))
    expect((await page()).stoppedAt).toBeUndefined()
  })

  it('is one’s own', async () => {
    await reportAt(30, { seconds: 30, anchor: anchorsIn(await page())[2] })
    const ada = await createAccount('Ada')
    await expect(reportReading(ada, ONE, { seconds: 30 }, now)).rejects.toMatchObject({ status: 404 })
    await enrol(ada, 'first-steps', now)
    expect((await page(ada)).stoppedAt).toBeUndefined()
    await expect(reportAt(60, { seconds: 1 }, { ...ONE, lesson: 'nine' })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the time spent reading', () => {
  it('adds up by lesson, and no second counts twice over lessons and windows', async () => {
    await reportAt(30, { seconds: 30 })
    await reportAt(45, { seconds: 30 }, TWO)
    await reportAt(60, { seconds: 30 })
    await reportAt(60, { seconds: 86_400 })
    expect(await secondsOf()).toEqual([45, 15])
    expect(await viewCourse(noor, 'first-steps')).toMatchObject({ activeSeconds: 60, cpdHours: 2 })
    expect((await viewCpd(noor)).courses).toMatchObject([
      { title: 'First steps', activeSeconds: 60, isCompleted: false },
    ])
    expect((await viewCpd(await createAccount('Ada'))).courses).toEqual([])
  })

  it('of many reports at the same instant is counted once', async () => {
    await reportAt(0, { seconds: 0 })
    await Promise.all(Array.from({ length: 6 }, (_, index) => reportAt(30, { seconds: 30 }, index % 2 ? ONE : TWO)))
    expect((await secondsOf()).reduce((sum, seconds) => sum + seconds, 0)).toBe(30)
  })
})
