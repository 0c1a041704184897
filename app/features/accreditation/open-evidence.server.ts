import { pathwayVersion } from '#app/content/catalogue.server.ts'
import type { Pathway } from '#app/content/content-body.ts'
import { findApplication } from '#app/db/application-reading.server.ts'
import type { Snapshot } from '#app/db/applications.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import type { EvaluatedPathway } from '#app/domain/pathway/evaluated.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { judgedBy, judgedOn } from '#app/domain/renewal.ts'
import { reachOf, withChecks } from './view-applications.server.ts'

export type HandedInEvidence = {
  userId: string
  pathway: Pathway
  facts: PathwayFacts
  evaluated: EvaluatedPathway
  handedIn: { at: string; digest: string; entries: Snapshot['entries'] }
}

/**
 * The evidence of an application as it was handed in, with what staff checked since, for those who look at the application. That it
 * was opened is recorded.
 * @throws 404 for an application that is out of the actor's reach.
 */
export async function openEvidence(actor: Actor, id: string, now: Date): Promise<HandedInEvidence> {
  const application = await findApplication(reachOf(actor), id, now)
  if (!application) throw new Response('There is no such application.', { status: 404 })
  const { userId, snapshot, pathwayVersionId, renews } = application
  const pathway = judgedBy(await pathwayVersion(pathwayVersionId), renews)
  const facts = judgedOn(withChecks(snapshot.facts, application), renews)
  const { takenAt: at, digest, entries, number } = snapshot
  const object = { kind: 'application', id }
  const details = { snapshot: number }
  await transact((tx) => recordAudit(tx, { actor, action: 'application.evidence-opened', object, details, at: now }))
  const evaluated = evaluatePathway(pathway, facts, todayIn(actor.timeZone, now))
  return { userId, pathway, facts, evaluated, handedIn: { at, digest, entries } }
}
