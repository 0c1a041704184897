import { loadVersions, pathwayVersion } from '#app/content/catalogue.server.ts'
import type { Pathway } from '#app/content/content-body.ts'
import { versionsIn, withTexts } from '#app/content/load-study.server.ts'
import type { Candidate, Candidates } from '#app/db/pathway-study.server.ts'
import type { CatalogueItem } from '#app/db/study.server.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import { factsOfPortfolio } from '#app/domain/pathway/portfolio-facts.ts'
import { courseFacts, vignetteFacts } from './study-facts.ts'

/** A pathway in one of its versions. `isChosen`: the person follows it; otherwise it is the one that is proposed to them. */
export type Followed = { itemId: string; versionId: string; pathway: Pathway; isChosen: boolean }

/** The texts that these people are judged by, all that are not in memory in one statement. */
export const loadTextsOf = ({ people, pathways }: Pick<Candidates, 'people' | 'pathways'>): Promise<void> =>
  loadVersions([
    ...pathways.map(({ versionId }) => versionId),
    ...people.flatMap(({ placement }) => (placement ? [placement.versionId] : [])),
    // What is taught is the same for everybody.
    ...people.slice(0, 1).flatMap(({ study }) => versionsIn(study)),
  ])

/** All that a pathway is judged by, of one person. */
export async function factsOf(candidate: Candidate, approvals: Candidates['approvals']): Promise<PathwayFacts> {
  const study = await withTexts(candidate.study)
  return {
    person: { profession: candidate.profession },
    ...factsOfPortfolio(candidate.entries, candidate),
    courses: courseFacts(study, candidate.timeZone),
    vignettes: vignetteFacts(study, candidate.timeZone),
    approvals,
  }
}

/** The pathways that are offered, in their current versions. */
export async function offeredPathways(pathways: readonly CatalogueItem[]): Promise<Followed[]> {
  const offered = pathways.filter(({ isListed }) => isListed)
  return Promise.all(
    offered.map(async ({ id, versionId }) => {
      return { itemId: id, versionId, pathway: await pathwayVersion(versionId), isChosen: false }
    }),
  )
}

/** The version that somebody is pinned to; otherwise the pathway that is meant for most. Nothing while none is offered. */
export async function followedBy(
  { placement }: Pick<Candidate, 'placement'>,
  offered: readonly Followed[],
): Promise<Followed | undefined> {
  if (!placement) return offered.find(({ pathway }) => pathway.isDefault) ?? offered[0]
  const { pathwayId: itemId, versionId } = placement
  return { itemId, versionId, pathway: await pathwayVersion(versionId), isChosen: true }
}
