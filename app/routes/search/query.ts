import { z } from 'zod'
import { MAX_QUESTION, SEARCH_KINDS } from '#app/domain/search.ts'

/** What is no choice of this page's narrows nothing. */
const query = z.object({
  q: z.string().transform((question) => question.trim().slice(0, MAX_QUESTION)),
  kind: z.enum(SEARCH_KINDS).nullable().catch(null),
  module: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .nullable()
    .catch(null),
})

export type SearchQuery = z.output<typeof query>

export const readQuery = (asked: URLSearchParams): SearchQuery =>
  query.parse({ q: asked.get('q') ?? '', kind: asked.get('kind'), module: asked.get('module') })

export function searchHref({ q, kind, module }: SearchQuery, page: number): string {
  const asked = new URLSearchParams({ q })
  if (kind) asked.set('kind', kind)
  if (module) asked.set('module', module)
  if (page > 1) asked.set('page', String(page))
  return `/search?${asked}`
}
