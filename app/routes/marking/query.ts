import { z } from 'zod'
import { SCRIPT_STATES } from '#app/domain/marking.ts'

const querySchema = z.object({
  vignette: z.string().min(1).optional().catch(undefined),
  state: z.enum(SCRIPT_STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type QueueQuery = z.infer<typeof querySchema>

/** What the address asks for. Anything that makes no sense counts as not asked. */
export const readQueueQuery = (url: string): QueueQuery =>
  querySchema.parse(Object.fromEntries(new URL(url).searchParams))

/** The address of a script, which keeps the vignette that the queue was narrowed to: the next one is of it as well. */
export const scriptHref = (code: string, { vignette }: Pick<QueueQuery, 'vignette'>): string =>
  `/marking/${code}${vignette ? `?${new URLSearchParams({ vignette })}` : ''}`

/** The address of the queue with this part of the question changed; a new filter begins at its first page. */
export function queueHref(query: QueueQuery, changed: Partial<QueueQuery>): string {
  const { vignette, state, page } = { ...query, page: 1, ...changed }
  const search = new URLSearchParams({
    ...(vignette && { vignette }),
    ...(state && { state }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return search ? `/marking?${search}` : '/marking'
}
