import { type EntryVersion, listEntries, listVersions } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { PortfolioKind } from '#app/domain/portfolio/entry.ts'
import { codesOf } from './entries-of-kind.ts'

export type EntryHistory = {
  kind: PortfolioKind
  id: string
  code: string | null
  /** The latest first. */
  versions: EntryVersion[]
  caseCodes: Record<string, string>
}

/** Every version of one of the actor's own entries, with what supervisors said of each. @throws 404 where there is none. */
export async function viewHistory(actor: Pick<Actor, 'id'>, id: string): Promise<EntryHistory> {
  const [entries, versions] = await Promise.all([listEntries(actor.id), listVersions(actor.id, id)])
  const entry = entries.find((one) => one.id === id)
  if (!entry) throw new Response('There is no such entry in your portfolio.', { status: 404 })
  return { kind: entry.kind, id, code: entry.code, versions, caseCodes: Object.fromEntries(codesOf(entries)) }
}
