import { eventOf } from '#app/db/enrolment-events.server.ts'
import { readEnrolment } from '#app/db/enrolments.server.ts'
import { type EnrolmentEvent, type EnrolmentStanding, standingFrom } from '#app/domain/enrolment/history.ts'
import type { Actor } from '#app/domain/people.ts'

/** `reason`: where the person is meant to read it. */
export type ToldEvent = EnrolmentEvent & { reason: string }

export type EnrolmentView = {
  slug: string
  title: string
  standing: EnrolmentStanding
  /** An order gave it. */
  isBought: boolean
  history: ToldEvent[]
}

/** One's own enrolment in a course and how it came about. Nothing for a course that is neither offered nor one's own. */
export async function viewEnrolment(actor: Pick<Actor, 'id'>, slug: string): Promise<EnrolmentView | undefined> {
  const read = await readEnrolment(actor.id, slug)
  if (!read || !(read.isListed || read.history.length > 0)) return undefined
  const history = read.history.map((event) => ({
    ...eventOf(event),
    reason: event.kind === 'withdrawn' ? event.reason : '',
  }))
  const { courseTitle: title, isBought } = read
  return { slug, title, isBought, standing: standingFrom(history), history }
}
