import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { listEntries, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import { type BesideEntries, readBesideEntries } from '#app/db/portfolio-export.server.ts'
import { csvFile } from '#app/domain/csv.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { ROW_COLUMNS, rowOfEntry } from './export-rows.ts'

export type ExportFormat = 'json' | 'csv'

/**
 * Everything of one's own portfolio as a file: as JSON with every version, declaration and pathway; as CSV one line for each entry
 * as it stands, its kind in the first column. That it was taken is recorded.
 */
export async function exportPortfolio(
  actor: Actor,
  format: ExportFormat,
  now: Date,
): Promise<{ text: string; fileName: string }> {
  const [entries, beside] = await Promise.all([listEntries(actor.id), readBesideEntries(actor.id)])
  await transact((tx) =>
    recordAudit(tx, {
      actor,
      action: 'portfolio.exported',
      object: { kind: 'user', id: actor.id },
      details: { format, entries: entries.length },
      at: now,
    }),
  )
  const text = format === 'json' ? toJson(actor, entries, beside, now) : toCsv(entries, beside)
  return { text, fileName: `portfolio-${todayIn(actor.timeZone, now)}.${format}` }
}

function toJson(
  { name, email, profession, timeZone }: Actor,
  entries: readonly PortfolioEntry[],
  { versions, ...beside }: BesideEntries,
  now: Date,
): string {
  const exported = {
    exportedAt: now.toISOString(),
    person: { name, email, profession, timeZone },
    ...beside,
    entries: entries.map((entry) => ({
      ...entry,
      versions: versions.filter(({ entryId }) => entryId === entry.id).map(({ entryId: _, ...version }) => version),
    })),
  }
  return `${JSON.stringify(exported, null, 2)}\n`
}

function toCsv(entries: readonly PortfolioEntry[], { supervisors }: BesideEntries): string {
  const codes = new Map(entries.map(({ id, code }) => [id, code ?? '']))
  const names = new Map(supervisors.map(({ id, name }) => [id, name]))
  return csvFile(
    ROW_COLUMNS,
    entries.map((entry) => rowOfEntry(entry, { codes, names })),
  )
}
