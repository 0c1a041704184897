import { courseVersion } from '#app/content/catalogue.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { isDue } from '#app/domain/practice/schedule.ts'
import { inTheirTurn, placeInSession, type SessionPlace } from '#app/domain/practice/session.ts'
import { type AnsweredQuestion, type OpenQuestion, questionView } from '../question-view.ts'
import { type LoadedPractice, loadPractice, type PracticeCard } from './load-practice.server.ts'

/** The question that comes next, without anything that tells the answer: the lesson's title might. */
export type NextQuestion = {
  kind: 'next'
  question: OpenQuestion
  course: { slug: string; title: string }
  /** Which review of the card it is: an answer counts once for each. */
  seen: number
  place: SessionPlace
}

/** The answer that was given, under the version of the course that it was given to. */
export type GivenQuestion = {
  kind: 'given'
  question: AnsweredQuestion
  lesson: { href: string; title: string } | undefined
  /** Absent where the course has the question no longer. */
  comesBackOn: Day | undefined
  today: Day
  place: SessionPlace
  due: number
}

type Asked = { answerId: string | null; isGoingOn: boolean }

/**
 * The answer to come back to, or else the question that is due next.
 * @returns nothing where none is due, or a session's worth was answered and the person has not asked to go on.
 */
export async function viewPracticeQuestion(
  actor: Pick<Actor, 'id' | 'timeZone'>,
  now: Date,
  { answerId, isGoingOn }: Asked,
): Promise<NextQuestion | GivenQuestion | undefined> {
  const practice = await loadPractice(actor, now, answerId)
  const cards = inTheirTurn(
    practice.courses.flatMap((each) => each.cards),
    practice.today,
  )
  const place = placeInSession(practice.answeredToday, cards.length)
  const given = await givenQuestion(practice)
  if (given) return { kind: 'given', ...given, today: practice.today, place, due: cards.length }
  const [next] = cards
  if (!next || (place.isEnough && !isGoingOn)) return undefined
  const question = openQuestion(next)
  const { slug, title } = next.course
  return { kind: 'next', question, course: { slug, title }, seen: next.reviews, place }
}

function openQuestion(card: PracticeCard): OpenQuestion {
  // Steps stand in another order each time, so that it is not the places that one learns.
  const view = questionView(card.question, { seed: `${card.enrolmentId} ${card.reviews}`, answer: undefined })
  if (view.isAnswered) throw new Error('a question without an answer is open')
  return view
}

async function givenQuestion({ given, courses, today }: LoadedPractice) {
  if (!given) return undefined
  const course = await courseVersion(given.courseVersionId)
  const question = course.questions.find(({ id }) => id === given.questionId)
  const view = question && questionView(question, { seed: given.enrolmentId, answer: given })
  if (!view?.isAnswered) return undefined
  const card = courses
    .flatMap(({ cards }) => cards)
    .find((each) => each.enrolmentId === given.enrolmentId && each.questionId === given.questionId)
  const lesson = card?.course.lessons.find(({ slug }) => slug === card.question.lesson)
  return {
    question: view,
    lesson: lesson && { href: `/learn/${given.course}/${lesson.slug}`, title: lesson.title },
    comesBackOn: card && !isDue(card, today) ? card.dueOn : undefined,
  }
}
