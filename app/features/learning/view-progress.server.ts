import { pathwayVersion } from '#app/content/catalogue.server.ts'
import type { Pathway } from '#app/content/schemas.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { type EvaluatedPart, type EvaluatedPathway, leavesOf } from '#app/domain/pathway/evaluated.ts'
import { noFacts } from '#app/domain/pathway/facts.ts'
import type { Actor } from '#app/domain/people.ts'
import { localTimeAt } from '#app/domain/wall-clock.ts'
import { type LoadedStudy, loadStudy } from './load-study.server.ts'
import { courseFacts, vignetteFacts } from './study-facts.ts'

export type Progress = Pick<EvaluatedPathway, 'metCount' | 'isMet' | 'next'> &
  Pick<Pathway, 'title' | 'source' | 'elsewhere'> & { requirements: EvaluatedPart[] }

/** How far somebody is on the pathway that is offered. Nothing while none is published. */
export async function viewProgress(
  actor: Pick<Actor, 'id' | 'profession' | 'timeZone'>,
  now: Date,
): Promise<Progress | undefined> {
  const study = await loadStudy(actor.id)
  const pathway = await offeredPathway(study)
  if (!pathway) return undefined
  const facts = {
    ...noFacts(actor.profession),
    courses: courseFacts(study, actor.timeZone),
    vignettes: vignetteFacts(study, actor.timeZone),
  }
  const { source, elsewhere } = pathway
  const evaluated = evaluatePathway(pathway, facts, localTimeAt(now, actor.timeZone).slice(0, 10))
  return { ...evaluated, source, elsewhere, requirements: leavesOf(evaluated.requirements) }
}

async function offeredPathway({ pathways }: LoadedStudy): Promise<Pathway | undefined> {
  const listed = pathways.filter(({ isListed }) => isListed)
  const versions = await Promise.all(listed.map(({ versionId }) => pathwayVersion(versionId)))
  return versions.find(({ isDefault }) => isDefault) ?? versions[0]
}
