import { eventOf } from '#app/db/enrolment-events.server.ts'
import { readEnrolment } from '#app/db/enrolments.server.ts'
import { readChecked } from '#app/db/prerequisites.server.ts'
import { type EnrolmentEvent, type EnrolmentStanding, standingFrom } from '#app/domain/enrolment/history.ts'
import type { CheckedPrerequisite } from '#app/domain/enrolment/prerequisites.ts'
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
  /** What the course asks of whoever has not begun it. */
  prerequisites: CheckedPrerequisite[]
}

/** What a course asks for, held against one person. */
export const viewPrerequisites = (actor: Pick<Actor, 'id'>, slug: string): Promise<CheckedPrerequisite[]> =>
  readChecked(actor.id, slug)

/** One's own enrolment in a course and how it came about. Nothing for a course that is neither offered nor one's own. */
export async function viewEnrolment(actor: Pick<Actor, 'id'>, slug: string): Promise<EnrolmentView | undefined> {
  const read = await readEnrolment(actor.id, slug)
  if (!read || !(read.isListed || read.history.length > 0)) return undefined
  const history = read.history.map((event) => ({
    ...eventOf(event),
    reason: event.kind === 'withdrawn' ? event.reason : '',
  }))
  const { courseTitle: title, isBought } = read
  const standing = standingFrom(history)
  const prerequisites = standing === 'none' ? await readChecked(actor.id, slug) : []
  return { slug, title, isBought, standing, history, prerequisites }
}
