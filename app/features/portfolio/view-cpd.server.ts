import { listEntries } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type EntryOf, ofKind } from './entries-of-kind.ts'

export type CpdYear = { year: string; hours: number; participatoryHours: number; entries: EntryOf<'cpd'>[] }

/** The actor's development by year, the latest first. */
export async function viewCpd(actor: Pick<Actor, 'id'>): Promise<CpdYear[]> {
  const all = ofKind(await listEntries(actor.id, 'cpd'), 'cpd')
  return [...Map.groupBy(all, ({ occurredOn }) => occurredOn.slice(0, 4))].map(([year, entries]) => ({
    year,
    hours: entries.reduce((sum, { body }) => sum + body.hours, 0),
    participatoryHours: entries.reduce((sum, { body }) => sum + body.participatoryHours, 0),
    entries,
  }))
}
