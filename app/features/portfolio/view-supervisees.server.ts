import { type CountersignRequest, listRequestsOf, listWaitingRequests } from '#app/db/countersigning.server.ts'
import { listSupervisees, type Supervisee } from '#app/db/supervisees.server.ts'
import type { SuperviseePage } from '#app/db/supervision.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Standing, standingOf } from '#app/domain/portfolio/countersigning.ts'
import { viewSupervisee } from './send-statement.server.ts'

export type SuperviseesPage = { waiting: CountersignRequest[]; supervisees: Supervisee[] }

/** What waits for a supervisor, and who puts work before them. Two statements. */
export async function viewSupervisees(actor: Actor): Promise<SuperviseesPage> {
  const [waiting, supervisees] = await Promise.all([listWaitingRequests(actor.id), listSupervisees(actor.id)])
  return { waiting, supervisees }
}

export type StandingRequest = CountersignRequest & { standing: Standing; isReadable: boolean }

/** What was taken back or changed before an answer is not the supervisor's to read any more. */
const UNREADABLE: readonly Standing[] = ['changed', 'withdrawn']

/** A request with what became of it, and without what is not for its supervisor's eyes any more. */
export function withStanding(request: CountersignRequest): StandingRequest {
  const standing = standingOf(request)
  const isReadable = !request.isRemoved && !UNREADABLE.includes(standing)
  return { ...request, standing, isReadable }
}

export type SuperviseeWork = { supervisee: SuperviseePage; requests: StandingRequest[] }

/**
 * Everything that one supervisee put before the actor, with what became of it. Two statements.
 * @throws 404 for somebody who put nothing before the actor.
 */
export async function viewSuperviseeWork(actor: Actor, traineeId: string): Promise<SuperviseeWork> {
  const [supervisee, requests] = await Promise.all([
    viewSupervisee(actor, traineeId),
    listRequestsOf(actor.id, traineeId),
  ])
  return { supervisee, requests: requests.map(withStanding) }
}
