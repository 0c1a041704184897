import { type WorkKind, waitWords, workWords } from '#app/domain/work-list.ts'
import type { Work } from '#app/features/credentials/desk/view-work.server.ts'
import { Table } from '#app/ui/table.tsx'

type WorkListProps = { work: readonly Work[]; now: Date }

/** What waits for whom and how long, before the list of certificates. */
export function WorkList({ work, now }: WorkListProps) {
  return (
    <section aria-labelledby="work" className="mb-section">
      <h2 id="work" className="mb-3 text-2xl">
        What waits
      </h2>
      <Table
        caption="What waits, for whom and how long"
        hideCaption
        rows={work}
        rowKey={({ kind }) => kind}
        empty="Nothing waits, and nothing ends soon."
        columns={[
          { key: 'what', header: 'What', cell: ({ kind, href }) => <a href={href}>{workWords[kind].label}</a> },
          { key: 'for', header: 'Waits for', cell: ({ kind }) => forWhom(kind) },
          { key: 'since', header: 'The longest', cell: ({ kind, oldest }) => waitWords(kind, oldest, now) },
          { key: 'count', header: 'How many', numeric: true, cell: ({ count }) => count },
        ]}
      />
    </section>
  )
}

const forWhom = (kind: WorkKind) => workWords[kind].waitsFor ?? <span className="text-ink-muted">ends by itself</span>
