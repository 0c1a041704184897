import type { CohortReach } from '#app/db/cohorts.server.ts'
import type { Actor } from '#app/domain/people.ts'

/** An administrator reaches every cohort, anybody else those that they lead. */
export const cohortsOf = (actor: Actor): CohortReach =>
  actor.roles.includes('administrator') ? 'all' : { leadId: actor.id }
