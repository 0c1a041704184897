import { readWaitsForLead, type WaitsForLeads } from '#app/db/waits-for-leads.server.ts'
import type { Actor } from '#app/domain/people.ts'

/** What waits in a cohort for the actor as one of its leads: nothing where they are none. */
export const viewWaits = (actor: Pick<Actor, 'id' | 'roles'>, cohortId: string): Promise<WaitsForLeads> =>
  readWaitsForLead(actor, cohortId)
