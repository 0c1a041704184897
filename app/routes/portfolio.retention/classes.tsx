import { STAYS } from '#app/domain/portfolio/retention.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { type Column, Table } from '#app/ui/table.tsx'

type RetentionClass = { kind: string; name: string; years: number; count: number }
type ClassesProps = { classes: readonly RetentionClass[]; daysAfterRemoval: number }

/** How long each class of record is kept, and what is not erased with it. */
export function Classes({ classes, daysAfterRemoval }: ClassesProps) {
  return (
    <>
      <section aria-labelledby="classes" className="grid gap-4">
        <h2 id="classes" className="text-2xl">
          How long each is kept
        </h2>
        <p className="max-w-measure">
          Data about people is kept no longer than its purpose needs (UK GDPR article 5(1)(e), storage limitation). The
          purpose here is a status, which lapses after five years, and the year in which one may still appeal. What you
          take out of your portfolio is erased after {daysAfterRemoval} days.
        </p>
        <Table caption="Classes of record" hideCaption columns={columns} rows={classes} rowKey={({ kind }) => kind} />
      </section>
      <section aria-labelledby="stays" className="grid gap-4">
        <h2 id="stays" className="text-2xl">
          What stays
        </h2>
        <DefinitionList facts={STAYS.map(({ what, why }) => ({ term: what, value: why }))} />
      </section>
    </>
  )
}

const columns: Column<RetentionClass>[] = [
  { key: 'name', header: 'Records', cell: ({ name }) => name },
  { key: 'count', header: 'You have', numeric: true, cell: ({ count }) => count },
  { key: 'years', header: 'Kept', cell: ({ kind, years }) => `${years} years after ${lastDays[kind] ?? 'its day'}` },
]

const lastDays: Record<string, string> = {
  case: 'the case ended, or its last session',
  clip: 'its recording was destroyed',
  training: 'its last day, with its certificate',
}
