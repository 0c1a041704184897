import { type Candidate, type Candidates, readPrintedCandidates } from '#app/db/pathway-study.server.ts'
import type { PrintedPerson } from '#app/db/standing-prints.server.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { leavesOf } from '#app/domain/pathway/evaluated.ts'
import type { Day } from '#app/domain/pathway/facts.ts'
import { isAtStandstill, lastNews } from '#app/domain/pathway/standstill.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { isHeld } from '#app/domain/renewal.ts'
import { standingFor } from './own-statuses.server.ts'
import { type Followed, factsOf, followedBy, loadTextsOf, offeredPathways } from './pathway-of.server.ts'
import { recallStanding, rememberStanding } from './remembered-standings.server.ts'

/** How far one person is. */
export type Standing = {
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

/** How one person stands on their pathway, in so much as others need to know: no case, no evidence. */
export type CandidateStanding = Standing & {
  userId: string
  name: string
  /** They have the status already, and are on no way to it: how it stands. They are never stuck. */
  holding: string | undefined
}

/**
 * Judges everybody by the pathway that they follow or that is proposed to them: those who are stuck first, the longest before.
 * Whoever was judged today, with nothing new since, is remembered. One statement for all the others, and one for texts that are
 * not in memory.
 */
export async function judgeCandidates(people: readonly PrintedPerson[], now: Date): Promise<CandidateStanding[]> {
  const known = new Map<string, Standing | null | undefined>(
    people.map(({ userId, timeZone, print }) => [
      userId,
      recallStanding({ userId, print, today: todayIn(timeZone, now) }),
    ]),
  )
  const unknown = people.flatMap(({ userId }) => (known.get(userId) === undefined ? [userId] : []))
  if (unknown.length > 0) for (const [userId, standing] of await judgeAnew(unknown, now)) known.set(userId, standing)
  return people
    .flatMap((person) => {
      const standing = known.get(person.userId)
      return standing ? [standingOfPerson(person, standing, now)] : []
    })
    .sort((a, b) => Number(b.isStuck) - Number(a.isStuck) || byLastNews(a, b))
}

function standingOfPerson(person: PrintedPerson, standing: Standing, now: Date): CandidateStanding {
  const { userId, name, statuses } = person
  const held = statuses
    .filter(({ pathwaySlug }) => pathwaySlug === standing.pathway.slug)
    .map((status) => standingFor(status, person, now))
    .find(isHeld)
  return { userId, name, ...standing, isStuck: standing.isStuck && !held, holding: held?.because }
}

const byLastNews = (a: Standing, b: Standing) =>
  a.isStuck && a.lastOn !== b.lastOn ? ((a.lastOn ?? '') < (b.lastOn ?? '') ? -1 : 1) : 0

async function judgeAnew(userIds: readonly string[], now: Date): Promise<Map<string, Standing | null>> {
  const read = await readPrintedCandidates(userIds)
  await loadTextsOf(read)
  const offered = await offeredPathways(read.pathways)
  const judged = new Map<string, Standing | null>()
  for (const candidate of read.people) {
    const { userId, timeZone } = candidate
    const today = todayIn(timeZone, now)
    const followed = await followedBy(candidate, offered)
    const standing = followed ? await judge(candidate, followed, read.approvals, today) : null
    judged.set(userId, standing)
    // Under the print of what was read just now: it may be newer than the one that was asked with.
    const print = read.prints.get(userId)
    if (print !== undefined) rememberStanding({ userId, print, today }, standing)
  }
  return judged
}

async function judge(
  candidate: Candidate,
  { pathway, isChosen }: Followed,
  approvals: Candidates['approvals'],
  today: Day,
): Promise<Standing> {
  const { entries, lastStudiedOn } = candidate
  const facts = await factsOf(candidate, approvals)
  const { requirements, next, isMet, metCount } = evaluatePathway(pathway, facts, today)
  const leaves = leavesOf(requirements)
  const lastOn = lastNews(entries, facts, lastStudiedOn)
  const title = leaves.find(({ id }) => id === next?.requirementId)?.title
  return {
    ...{ isMet, metCount, lastOn, requirements: leaves.length },
    pathway: { slug: pathway.slug, title: pathway.title, version: pathway.version, isChosen },
    isStuck: !isMet && isAtStandstill(lastOn, today),
    next: next && title ? { title, step: next.step.text } : undefined,
  }
}
