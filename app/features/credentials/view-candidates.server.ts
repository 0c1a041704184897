import { type CandidateState, readCandidates } from '#app/db/candidates.server.ts'
import { daysWaiting } from '#app/domain/certificate.ts'
import type { Actor } from '#app/domain/people.ts'
import { requireOfficer } from './require-officer.server.ts'

const PAGE_SIZE = 25

export type CandidateFilter = {
  state: CandidateState
  course?: string | undefined
  name?: string | undefined
  page: number
}

export type CandidateList = Awaited<ReturnType<typeof viewCandidates>>
export type ListedCandidate = CandidateList['candidates'][number]

/** One page of those who have completed a course and wait for a certificate, or have it. */
export async function viewCandidates(officer: Actor, filter: CandidateFilter, now: Date) {
  requireOfficer(officer)
  const { courses, candidates, total } = await readCandidates({
    state: filter.state,
    courseSlug: filter.course,
    name: filter.name,
    limit: PAGE_SIZE,
    offset: (filter.page - 1) * PAGE_SIZE,
  })
  const titles = new Map(courses.map(({ slug, title }) => [slug, title]))
  return {
    courses,
    total,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    candidates: candidates.map(({ holderId, completedAt, issuedAt, ...candidate }) => ({
      ...candidate,
      isOwn: holderId === officer.id,
      courseTitle: titles.get(candidate.courseSlug) ?? candidate.courseSlug,
      completedAt: new Date(completedAt),
      issuedAt: issuedAt ? new Date(issuedAt) : null,
      daysWaiting: daysWaiting(new Date(completedAt), now),
    })),
  }
}
