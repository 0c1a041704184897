import type { Pathway } from '#app/content/content-body.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import type { EvaluatedPathway } from '#app/domain/pathway/evaluated.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { readStandpoint } from './view-progress.server.ts'

export type OwnEvidence = { userId: string; pathway: Pathway; facts: PathwayFacts; evaluated: EvaluatedPathway }

/** What the actor is judged by on the pathway that they follow or that is offered to them, and how. Throws 404 while none is offered. */
export async function viewOwnEvidence({ id: userId, timeZone }: Actor, now: Date): Promise<OwnEvidence> {
  const standpoint = await readStandpoint(userId)
  if (!standpoint) throw new Response('No pathway is offered yet.', { status: 404 })
  const { facts, followed } = standpoint
  const { pathway } = followed
  return { userId, pathway, facts, evaluated: evaluatePathway(pathway, facts, todayIn(timeZone, now)) }
}
