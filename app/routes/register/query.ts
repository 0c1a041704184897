import { z } from 'zod'
import { PROFESSIONS } from '#app/domain/people.ts'
import { isWorksWith } from '#app/domain/register.ts'
import { askedStates, MAX_PAGES, type RegisterQuery } from '#app/features/register/asked.ts'

const words = (max: number) => z.string().trim().min(1).max(max).optional().catch(undefined)

const querySchema = z.object({
  name: words(100),
  profession: z.enum(PROFESSIONS).optional().catch(undefined),
  country: words(2),
  town: words(80),
  language: words(3),
  worksWith: z.string().refine(isWorksWith).optional().catch(undefined),
  title: words(200),
  state: z.enum(askedStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(MAX_PAGES).catch(1),
})

/** What the address asks for, but for the day. Anything that makes no sense counts as not asked. */
export const readQuery = (search: URLSearchParams): RegisterQuery => querySchema.parse(Object.fromEntries(search))

/** The same question with something changed. */
export function registerHref(query: RegisterQuery, change: Partial<RegisterQuery> = {}): string {
  const { page, ...asked } = { ...query, page: 1, ...change }
  const given = Object.entries(asked).filter(([, value]) => value !== undefined) as [string, string][]
  const search = new URLSearchParams([...given, ...(page > 1 ? [['page', String(page)]] : [])]).toString()
  return search ? `/register?${search}` : '/register'
}
