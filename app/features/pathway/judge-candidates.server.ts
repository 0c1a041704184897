import type { Candidate, Candidates } from '#app/db/pathway-study.server.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { leavesOf } from '#app/domain/pathway/evaluated.ts'
import { isAtStandstill, lastNews } from '#app/domain/pathway/standstill.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { type Followed, factsOf, followedBy, loadTextsOf, offeredPathways } from './pathway-of.server.ts'

/** How one person stands on their pathway, in so much as others need to know: no case, no evidence. */
export type CandidateStanding = {
  userId: string
  name: string
  pathway: { slug: string; title: string; version: number; isChosen: boolean }
  metCount: number
  requirements: number
  isMet: boolean
  /** Not met, and nothing new for weeks. */
  isStuck: boolean
  /** The last day on which there was anything new. */
  lastOn: string | undefined
  /** What they would go on with; what they are stuck on. */
  next: { title: string; step: string } | undefined
}

/** Judges everybody by the pathway that they follow or that is proposed to them: those who are stuck first, the longest before. */
export async function judgeCandidates(read: Candidates, now: Date): Promise<CandidateStanding[]> {
  await loadTextsOf(read)
  const offered = await offeredPathways(read.pathways)
  const standings: CandidateStanding[] = []
  for (const candidate of read.people) {
    const followed = await followedBy(candidate, offered)
    if (followed) standings.push(await judge(candidate, followed, read.approvals, now))
  }
  return standings.sort((a, b) => Number(b.isStuck) - Number(a.isStuck) || byLastNews(a, b))
}

const byLastNews = (a: CandidateStanding, b: CandidateStanding) =>
  a.isStuck && a.lastOn !== b.lastOn ? ((a.lastOn ?? '') < (b.lastOn ?? '') ? -1 : 1) : 0

async function judge(
  candidate: Candidate,
  { pathway, isChosen }: Followed,
  approvals: Candidates['approvals'],
  now: Date,
): Promise<CandidateStanding> {
  const { userId, name, timeZone, entries, lastStudiedOn } = candidate
  const facts = await factsOf(candidate, approvals)
  const today = todayIn(timeZone, now)
  const { requirements, next, isMet, metCount } = evaluatePathway(pathway, facts, today)
  const leaves = leavesOf(requirements)
  const lastOn = lastNews(entries, facts, lastStudiedOn)
  const title = leaves.find(({ id }) => id === next?.requirementId)?.title
  return {
    ...{ userId, name, isMet, metCount, lastOn, requirements: leaves.length },
    pathway: { slug: pathway.slug, title: pathway.title, version: pathway.version, isChosen },
    isStuck: !isMet && isAtStandstill(lastOn, today),
    next: next && title ? { title, step: next.step.text } : undefined,
  }
}
