import type { Pathway } from '#app/content/content-body.ts'
import { type Candidate, type Candidates, onlyOf, readCandidates } from '#app/db/pathway-study.server.ts'
import { feeStanding } from '#app/domain/billing/fee.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { type EvaluatedPart, type EvaluatedPathway, leavesOf } from '#app/domain/pathway/evaluated.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import { attestationsOf } from '#app/domain/pathway/turns.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { isSelling } from '#app/integrations/stripe.server.ts'
import { type OwnStatus, ownStatuses } from './own-statuses.server.ts'
import { type Followed, factsOf, followedBy, loadTextsOf, offeredPathways } from './pathway-of.server.ts'

export type OfferedPathway = { slug: string; title: string; version: number }

export type Progress = Pick<EvaluatedPathway, 'metCount' | 'isMet' | 'next'> &
  Pick<Pathway, 'slug' | 'title' | 'version' | 'source' | 'elsewhere'> & {
    requirements: EvaluatedPart[]
    isChosen: boolean
    /** A newer version of the same pathway; staying on one's own is as good. */
    newer: OfferedPathway | undefined
    /** The other pathways that are offered. */
    others: OfferedPathway[]
    /** What one declares, by requirement. */
    statements: Record<string, string>
    /** Of the documents that count: those that stand in the portfolio itself. */
    reflectionIds: string[]
    /** What was granted so far, the latest first. */
    statuses: OwnStatus[]
    /** What one has applied for waits for its fee. */
    isFeeDue: boolean
  }

/** What one person is judged by, and which pathways there are for them. Two statements, or one when the texts are in memory. */
export type Standpoint = { candidate: Candidate; facts: PathwayFacts; offered: Followed[]; followed: Followed }

/** @returns nothing while no pathway is offered. */
export async function readStandpoint(userId: string): Promise<Standpoint | undefined> {
  const read = await readCandidates(onlyOf(userId))
  const [candidate] = read.people
  if (!candidate) return undefined
  await loadTextsOf(read)
  return standpointOf(candidate, read.approvals, await offeredPathways(read.pathways))
}

async function standpointOf(candidate: Candidate, approvals: Candidates['approvals'], offered: Followed[]) {
  const followed = await followedBy(candidate, offered)
  return followed && { candidate, offered, followed, facts: await factsOf(candidate, approvals) }
}

/** How far somebody is on the pathway that they follow, or that is offered to them. Nothing while none is offered. */
export async function viewProgress(actor: Pick<Actor, 'id' | 'timeZone'>, now: Date): Promise<Progress | undefined> {
  const standpoint = await readStandpoint(actor.id)
  if (!standpoint) return undefined
  const { candidate, facts, followed, offered } = standpoint
  const { pathway, isChosen } = followed
  const evaluated = evaluatePathway(pathway, facts, todayIn(actor.timeZone, now))
  const current = offered.find(({ itemId }) => itemId === followed.itemId)
  const { slug, source, elsewhere } = pathway
  return {
    ...evaluated,
    ...{ slug, source, elsewhere, isChosen },
    requirements: leavesOf(evaluated.requirements),
    newer: current && current.versionId !== followed.versionId ? offeredAs(current) : undefined,
    others: offered.filter(({ itemId }) => itemId !== followed.itemId).map(offeredAs),
    statements: Object.fromEntries(attestationsOf(pathway.requirements).map(({ id, statement }) => [id, statement])),
    reflectionIds: candidate.entries.flatMap(({ id, kind }) => (kind === 'reflection' ? [id] : [])),
    statuses: ownStatuses(candidate.statuses, { facts, holder: actor, now }),
    isFeeDue: isFeeDue(candidate),
  }
}

const isFeeDue = ({ openApplication: open }: Candidate) =>
  isSelling() && open !== null && feeStanding(open.fee, open.feeOrders, open.state).state === 'due'

const offeredAs = ({ pathway: { slug, title, version } }: Followed): OfferedPathway => ({ slug, title, version })
