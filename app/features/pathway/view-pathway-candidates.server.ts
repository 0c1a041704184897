import { readPrints, whoeverIsOnTheWay } from '#app/db/standing-prints.server.ts'
import { type CandidateStanding, judgeCandidates } from './judge-candidates.server.ts'

const CANDIDATES_PER_PAGE = 50

export type CandidateQuery = {
  standing: 'all' | 'met' | 'stuck' | 'under-way' | 'holding'
  /** The slug of a pathway. */
  pathway?: string | undefined
  name?: string | undefined
  page: number
}

export type PathwayCandidates = {
  candidates: CandidateStanding[]
  /** The pathways that any of them is on. */
  pathways: { slug: string; title: string }[]
  total: number
  pages: number
}

/**
 * Everybody who follows a pathway or keeps a portfolio, against their pathway, one page of those whom the question means. One
 * statement where nothing is new since they were judged, three at most, however many they are.
 */
export async function viewPathwayCandidates(query: CandidateQuery, now: Date): Promise<PathwayCandidates> {
  const judged = await judgeCandidates(await readPrints(whoeverIsOnTheWay(query.name)), now)
  const meant = judged.filter(
    (one) =>
      (query.standing === 'all' || standingOf(one) === query.standing) &&
      (!query.pathway || one.pathway.slug === query.pathway),
  )
  const titles = new Map(judged.map(({ pathway: { slug, title } }) => [slug, title]))
  return {
    candidates: meant.slice((query.page - 1) * CANDIDATES_PER_PAGE, query.page * CANDIDATES_PER_PAGE),
    pathways: [...titles].map(([slug, title]) => ({ slug, title })),
    total: meant.length,
    pages: Math.max(1, Math.ceil(meant.length / CANDIDATES_PER_PAGE)),
  }
}

function standingOf({ isMet, isStuck, holding }: CandidateStanding): CandidateQuery['standing'] {
  if (holding) return 'holding'
  if (isMet) return 'met'
  return isStuck ? 'stuck' : 'under-way'
}
