import { type CohortEnrolments, type CohortPerson, readCohortEnrolments } from '#app/db/cohort-enrolments.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import { eventOf } from '#app/db/enrolment-events.server.ts'
import { type EnrolmentStanding, standingFrom } from '#app/domain/enrolment/history.ts'
import type { Actor } from '#app/domain/people.ts'
import type { ToldEvent } from './view-enrolment.server.ts'

const PEOPLE_PER_PAGE = 25

export type PersonOfCohort = Omit<CohortPerson, 'history'> & { standing: EnrolmentStanding; history: ToldEvent[] }

export type CohortEnrolmentsView = Omit<CohortEnrolments, 'people'> & { people: PersonOfCohort[]; pages: number }

/**
 * Whoever is or was in a cohort, where each one stands with its course and how that came about.
 * @param page counted from 1. @throws 404 for a cohort out of the actor's reach.
 */
export async function viewCohortEnrolments(
  actor: Actor,
  id: string,
  page: number,
  now: Date,
): Promise<CohortEnrolmentsView> {
  const offset = (page - 1) * PEOPLE_PER_PAGE
  const cohort = await readCohortEnrolments(id, cohortsOf(actor), { limit: PEOPLE_PER_PAGE, offset, now })
  if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
  const { people, ...rest } = cohort
  return { ...rest, people: people.map(personOf), pages: Math.max(1, Math.ceil(cohort.total / PEOPLE_PER_PAGE)) }
}

function personOf({ history: read, ...person }: CohortPerson): PersonOfCohort {
  const history = read.map((event) => ({ ...eventOf(event), reason: event.reason }))
  return { ...person, history, standing: standingFrom(history) }
}
