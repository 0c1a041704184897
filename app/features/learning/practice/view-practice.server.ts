import type { Actor } from '#app/domain/people.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { type Fading, fadingOf } from '#app/domain/practice/fading.ts'
import { isDue } from '#app/domain/practice/schedule.ts'
import { placeInSession, type SessionPlace } from '#app/domain/practice/session.ts'
import { loadPractice } from './load-practice.server.ts'

export type PractisedModule = Fading & { slug: string; title: string; due: number }

export type PracticeOverview = {
  modules: PractisedModule[]
  /** In hand, and of these due. */
  questions: number
  due: number
  answeredToday: number
  place: SessionPlace
  today: Day
  /** When the next one comes back, where none is due now. */
  nextOn: Day | undefined
}

/** What somebody has in hand, what of it is due, and what of it they would probably still know: nobody else's, and no comparison. */
export async function viewPractice(actor: Pick<Actor, 'id' | 'timeZone'>, now: Date): Promise<PracticeOverview> {
  const { today, courses, answeredToday } = await loadPractice(actor, now)
  const modules = courses
    .filter(({ cards }) => cards.length > 0)
    .map(({ course: { slug, title }, cards }) => {
      return { slug, title, due: cards.filter((card) => isDue(card, today)).length, ...fadingOf(cards, today) }
    })
  const due = modules.reduce((sum, module) => sum + module.due, 0)
  const days = courses.flatMap(({ cards }) => cards.map(({ dueOn }) => dueOn)).sort()
  return {
    modules,
    questions: days.length,
    due,
    answeredToday,
    place: placeInSession(answeredToday, due),
    today,
    nextOn: due === 0 ? days[0] : undefined,
  }
}
