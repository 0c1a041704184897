import { z } from 'zod'
import type { CandidateQuery } from '#app/features/pathway/view-pathway-candidates.server.ts'

const querySchema = z.object({
  standing: z.enum(['all', 'met', 'stuck', 'under-way', 'holding']).catch('all'),
  pathway: z.string().min(1).max(100).optional().catch(undefined),
  name: z.string().trim().min(1).max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** What the address asks for. Anything that makes no sense counts as not asked. */
export const readQuery = (url: string): CandidateQuery =>
  querySchema.parse(Object.fromEntries(new URL(url).searchParams))

export function pageHref({ standing, pathway, name }: CandidateQuery, page: number): string {
  const search = new URLSearchParams({
    ...(standing !== 'all' && { standing }),
    ...(pathway && { pathway }),
    ...(name && { name }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return search ? `/accreditation/candidates?${search}` : '/accreditation/candidates'
}
