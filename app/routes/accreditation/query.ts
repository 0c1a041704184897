import { z } from 'zod'
import type { CandidateFilter } from '#app/features/credentials/view-candidates.server.ts'

const querySchema = z.object({
  state: z.enum(['waiting', 'issued']).catch('waiting'),
  course: z.string().min(1).max(100).optional().catch(undefined),
  name: z.string().trim().min(1).max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  tick: z.literal('all').optional().catch(undefined),
})

export type AccreditationQuery = CandidateFilter & { tick?: 'all' | undefined }

/** What the address asks for. Anything that makes no sense counts as not asked. */
export const readQuery = (url: string): AccreditationQuery =>
  querySchema.parse(Object.fromEntries(new URL(url).searchParams))

/** The address of the list with this part of the question changed; another filter begins at its first page. */
export function listHref(query: AccreditationQuery, changed: Partial<AccreditationQuery>): string {
  const { state, course, name, page, tick } = { ...query, page: 1, tick: undefined, ...changed }
  const search = new URLSearchParams({
    ...(state === 'issued' && { state }),
    ...(course && { course }),
    ...(name && { name }),
    ...(page > 1 && { page: String(page) }),
    ...(tick && { tick }),
  }).toString()
  return search ? `/accreditation?${search}` : '/accreditation'
}

/** Where all are issued whom this list shows on all its pages. */
export function issueAllHref({ course, name }: AccreditationQuery): string {
  const search = new URLSearchParams({ ...(course && { course }), ...(name && { name }) }).toString()
  return search ? `/accreditation/issue-all?${search}` : '/accreditation/issue-all'
}
