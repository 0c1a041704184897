import { z } from 'zod'
import type { StatusFilter } from '#app/features/credentials/statuses/view-statuses.server.ts'

const querySchema = z.object({
  state: z.enum(['waiting', 'prepared', 'issued']).catch('waiting'),
  pathway: z.string().min(1).max(100).optional().catch(undefined),
  name: z.string().trim().min(1).max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** What the address asks for. Anything that makes no sense counts as not asked. */
export const readQuery = (url: string): StatusFilter => querySchema.parse(Object.fromEntries(new URL(url).searchParams))

/** The address of the list with this part of the question changed; another filter begins at its first page. */
export function listHref(query: StatusFilter, changed: Partial<StatusFilter>): string {
  const { state, pathway, name, page } = { ...query, page: 1, ...changed }
  const search = new URLSearchParams({
    ...(state !== 'waiting' && { state }),
    ...(pathway && { pathway }),
    ...(name && { name }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return search ? `/accreditation/statuses?${search}` : '/accreditation/statuses'
}
