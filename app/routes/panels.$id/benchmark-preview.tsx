import { inList } from '#app/domain/listing.ts'
import type { Preview } from '#app/features/panels/view-panel.server.ts'
import { Table } from '#app/ui/table.tsx'

type BenchmarkPreviewProps = { preview: Extract<Preview, { kind: 'benchmark' }> }

/** The median of the members' levels, and how far they lie apart. */
export function BenchmarkPreview({ preview: { key, criteria, criticalErrors } }: BenchmarkPreviewProps) {
  const levels = [
    ...criteria.map(({ id, title }) => ({ id, title, level: key.ratings[id]?.level ?? null })),
    { id: 'global', title: 'Global rating', level: key.global.level },
  ]
  const upheld = criticalErrors.filter(({ id }) => key.criticalErrors.some((error) => error.id === id))
  return (
    <div className="grid gap-5">
      <Table
        caption="Median levels"
        rows={levels}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', header: 'Criterion', cell: ({ title }) => title },
          { key: 'level', header: 'Level', numeric: true, cell: ({ level }) => level ?? 'Not rateable' },
          { key: 'spread', header: 'Lowest to highest', numeric: true, cell: ({ id }) => spreadText(key.spread[id]) },
        ]}
      />
      <p>
        {upheld.length === 0
          ? 'No critical error was seen by at least half.'
          : `Critical errors that at least half saw: ${inList(upheld.map(({ title }) => title))}.`}
      </p>
    </div>
  )
}

function spreadText(spread: { lowest: number; highest: number; notRateable: number } | undefined): string {
  if (!spread) return '–'
  const { lowest, highest, notRateable } = spread
  return notRateable > 0 ? `${lowest} to ${highest}, not rateable for ${notRateable}` : `${lowest} to ${highest}`
}
