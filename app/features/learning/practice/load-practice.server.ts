import { courseVersion, loadVersions } from '#app/content/catalogue.server.ts'
import type { Course } from '#app/content/course-schema.ts'
import type { Question } from '#app/content/question-schema.ts'
import { type Card, type GivenAnswer, readPractice } from '#app/db/practice-cards.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'

/** A question in hand: one that was answered once and that its course still has. */
export type PracticeCard = Card & { question: Question; enrolmentId: string; course: Course }

export type LoadedPractice = {
  today: Day
  courses: { course: Course; cards: PracticeCard[] }[]
  answeredToday: number
  given: (GivenAnswer & { enrolmentId: string; course: string }) | undefined
}

/**
 * What somebody has in hand, course by course, in the order of its questions. The card of a question that was taken out rests: it is
 * there again if the question comes back. Two statements, or one when the texts are in memory.
 * @param answerId of an answer of theirs to come back to.
 */
export async function loadPractice(
  actor: Pick<Actor, 'id' | 'timeZone'>,
  now: Date,
  answerId: string | null = null,
): Promise<LoadedPractice> {
  const today = todayIn(actor.timeZone, now)
  const rows = await readPractice(actor.id, { today, answerId })
  const ofGiven = rows.find(({ given }) => given)
  const given = ofGiven?.given
  await loadVersions([...rows.map(({ versionId }) => versionId), ...(given ? [given.courseVersionId] : [])])
  const courses = rows.map(async ({ enrolmentId, versionId, cards }) => {
    const course = await courseVersion(versionId)
    return { course, cards: inHand(course, enrolmentId, cards) }
  })
  return {
    today,
    courses: await Promise.all(courses),
    answeredToday: rows.reduce((sum, row) => sum + row.answeredToday, 0),
    given: ofGiven && given ? { ...given, enrolmentId: ofGiven.enrolmentId, course: ofGiven.slug } : undefined,
  }
}

const inHand = (course: Course, enrolmentId: string, cards: readonly Card[]): PracticeCard[] =>
  course.questions.flatMap((question) => {
    const card = cards.find(({ questionId }) => questionId === question.id)
    return card ? [{ ...card, question, enrolmentId, course }] : []
  })
