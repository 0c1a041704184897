import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { findCohortOptions, insertCohort } from '#app/db/cohorts.server.ts'
import type { Actor } from '#app/domain/people.ts'

/** Calendar days are `YYYY-MM-DD`. */
export type NewCohort = {
  name: string
  courseSlug: string
  startsOn: string
  endsOn: string | undefined
  leadIds: readonly string[]
}

type Created = { id: string } | { fault: { field: 'course' | 'endsOn' | 'leads'; message: string } }

/** The courses that a cohort can take and the people who can lead one: whoever is a training lead now. */
export const cohortOptions = (now: Date) => findCohortOptions(now)

/**
 * Creates a cohort. A training lead always leads their own; an administrator names at least one training lead.
 * @returns its id, or the field that has to be put right.
 */
export function createCohort(actor: Actor, cohort: NewCohort, now: Date): Promise<Created> {
  return transact(async (tx) => {
    if (cohort.endsOn && cohort.endsOn < cohort.startsOn) return fault('endsOn', 'The end lies before the start.')
    const { courses, leads } = await findCohortOptions(now, tx)
    const course = courses.find(({ slug }) => slug === cohort.courseSlug)
    if (!course) return fault('course', 'Choose one of the courses.')
    const wanted = new Set([...cohort.leadIds, ...(actor.roles.includes('training_lead') ? [actor.id] : [])])
    const leadIds = leads.map(({ id }) => id).filter((id) => wanted.has(id))
    if (leadIds.length < wanted.size) return fault('leads', 'One of these people is not a training lead any more.')
    if (leadIds.length === 0) return fault('leads', 'Choose at least one training lead.')

    const id = await insertCohort(tx, {
      name: cohort.name,
      courseId: course.id,
      startsOn: new Date(cohort.startsOn),
      endsOn: cohort.endsOn ? new Date(cohort.endsOn) : null,
      timeZone: actor.timeZone,
      leadIds,
      now,
    })
    await recordAudit(tx, {
      actor,
      action: 'cohort.created',
      object: { kind: 'cohort', id },
      details: { courseId: course.id, leadIds },
      at: now,
    })
    return { id }
  })
}

const fault = (field: 'course' | 'endsOn' | 'leads', message: string): Created => ({ fault: { field, message } })
