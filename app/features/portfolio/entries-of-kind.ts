import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import type { PortfolioKind } from '#app/domain/portfolio/entry.ts'

export type EntryOf<Kind extends PortfolioKind> = Extract<PortfolioEntry, { kind: Kind }>

/** Those of one kind, in the order in which they came. */
export const ofKind = <Kind extends PortfolioKind>(entries: readonly PortfolioEntry[], kind: Kind): EntryOf<Kind>[] =>
  entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind)

/** The code of each case by its id. */
export const codesOf = (entries: readonly PortfolioEntry[]): Map<string, string> =>
  new Map(ofKind(entries, 'case').map(({ id, code }) => [id, code ?? '']))

const notThere = () => new Response('There is no such entry in your portfolio.', { status: 404 })

/** @throws 404 where the person keeps no such entry, or one of another kind. */
export function entryIn<Kind extends PortfolioKind>(
  entries: readonly PortfolioEntry[],
  kind: Kind,
  id: string,
): EntryOf<Kind> {
  const entry = ofKind(entries, kind).find((one) => one.id === id)
  if (!entry) throw notThere()
  return entry
}
