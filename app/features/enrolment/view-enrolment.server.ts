import { transact } from '#app/db/client.server.ts'
import { eventOf } from '#app/db/enrolment-events.server.ts'
import { type ReadEnrolment, readEnrolment } from '#app/db/enrolments.server.ts'
import type { OpenCohort } from '#app/db/open-cohorts.server.ts'
import { readChecked } from '#app/db/prerequisites.server.ts'
import { settlePlaces } from '#app/db/settle-places.server.ts'
import { type EnrolmentEvent, type EnrolmentStanding, standingFrom } from '#app/domain/enrolment/history.ts'
import { freePlaces, isJoinable } from '#app/domain/enrolment/places.ts'
import type { CheckedPrerequisite } from '#app/domain/enrolment/prerequisites.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'

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
  cohorts: ShownCohort[]
}

/** A cohort of the course, and what it is to this person. */
export type ShownCohort = Pick<
  OpenCohort,
  'id' | 'name' | 'startsOn' | 'endsOn' | 'joinUntil' | 'position' | 'isAccepted' | 'leaves' | 'targets' | 'wishedFor'
> & {
  state: 'member' | 'offered' | 'waiting' | 'open'
  /** Null where there is no limit. */
  free: number | null
  isJoinable: boolean
  /** The place is kept until then. */
  offerUntil: Date | null
}

/** What a course asks for, held against one person. */
export const viewPrerequisites = (actor: Pick<Actor, 'id'>, slug: string): Promise<CheckedPrerequisite[]> =>
  readChecked(actor.id, slug)

/** One's own enrolment in a course and how it came about. Nothing for a course that is neither offered nor one's own. */
export async function viewEnrolment(
  actor: Pick<Actor, 'id'>,
  slug: string,
  now: Date,
): Promise<EnrolmentView | undefined> {
  const read = await readSettled(actor.id, slug, now)
  if (!read || !(read.isListed || read.history.length > 0)) return undefined
  const history = read.history.map((event) => ({
    ...eventOf(event),
    reason: event.kind === 'withdrawn' ? event.reason : '',
  }))
  const { courseTitle: title, isBought } = read
  const standing = standingFrom(history)
  const prerequisites = standing === 'none' ? await readChecked(actor.id, slug) : []
  const cohorts = read.cohorts.map((cohort) => shownCohort(cohort, now))
  return { slug, title, isBought, standing, history, prerequisites, cohorts }
}

async function readSettled(userId: string, slug: string, now: Date): Promise<ReadEnrolment | undefined> {
  const read = await readEnrolment(userId, slug, now)
  const unsettled = read?.cohorts.filter(({ isUnsettled }) => isUnsettled) ?? []
  for (const { id } of unsettled) await transact((tx) => settlePlaces(tx, id, now))
  return unsettled.length > 0 ? readEnrolment(userId, slug, now) : read
}

function shownCohort(cohort: OpenCohort, now: Date): ShownCohort {
  const { id, name, startsOn, endsOn, joinUntil, position, isAccepted, leaves, targets, wishedFor } = cohort
  return {
    ...{ id, name, startsOn, endsOn, joinUntil, position, isAccepted, leaves, targets, wishedFor },
    state: stateOf(cohort),
    free: freePlaces(cohort),
    isJoinable: isJoinable(cohort, todayIn(cohort.timeZone, now)),
    offerUntil: cohort.offerUntil === null ? null : new Date(cohort.offerUntil),
  }
}

function stateOf({ isMember, offerUntil, position }: OpenCohort): ShownCohort['state'] {
  if (isMember) return 'member'
  if (offerUntil !== null) return 'offered'
  return position === null ? 'open' : 'waiting'
}
