import { type EntryVersion, listEntries, listVersions } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { PortfolioKind } from '#app/domain/portfolio/entry.ts'
import { codesOf } from './entries-of-kind.ts'
import { changedTerms, type Fact, factsOfVersion } from './version-facts.ts'

export type ToldVersion = Pick<EntryVersion, 'number' | 'madeAt' | 'answers'> & {
  facts: Fact[]
  /** The terms of which the version before says something else. */
  changed: string[]
}

export type EntryHistory = {
  kind: PortfolioKind
  id: string
  code: string | null
  /** The latest first. */
  versions: ToldVersion[]
}

/** Every version of one of the actor's own entries, with what supervisors said of each. @throws 404 where there is none. */
export async function viewHistory(actor: Pick<Actor, 'id'>, id: string): Promise<EntryHistory> {
  const [entries, versions] = await Promise.all([listEntries(actor.id), listVersions(actor.id, id)])
  const entry = entries.find((one) => one.id === id)
  if (!entry) throw new Response('There is no such entry in your portfolio.', { status: 404 })
  const { kind, code } = entry
  const caseCodes = Object.fromEntries(codesOf(entries))
  const told = versions.map((version) => ({ ...version, facts: factsOfVersion(kind, version, caseCodes) }))
  return {
    kind,
    id,
    code,
    versions: told.map(({ number, madeAt, answers, facts }, index) => {
      const before = told[index + 1]?.facts
      return { number, madeAt, answers, facts, changed: before ? changedTerms(facts, before) : [] }
    }),
  }
}
