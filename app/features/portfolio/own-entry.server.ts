import { findOwnEntry } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { PortfolioKind } from '#app/domain/portfolio/entry.ts'
import { type EntryOf, entryIn } from './entries-of-kind.ts'

/** An entry of the actor's own. @throws 404 where there is none, or where it is of another kind. */
export async function ownEntry<Kind extends PortfolioKind>(
  actor: Pick<Actor, 'id'>,
  kind: Kind,
  id: string,
): Promise<EntryOf<Kind>> {
  const entry = await findOwnEntry(actor.id, id)
  return entryIn(entry ? [entry] : [], kind, id)
}
