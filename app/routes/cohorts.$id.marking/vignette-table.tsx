import type { CohortMarkingView } from '#app/features/marking/view-cohort-marking.server.ts'
import { Table } from '#app/ui/table.tsx'

export function VignetteTable({ vignettes }: Pick<CohortMarkingView, 'vignettes'>) {
  return (
    <Table
      caption="Scripts by vignette"
      rows={vignettes}
      rowKey={({ id }) => id}
      columns={[
        { key: 'vignette', header: 'Vignette', cell: ({ title }) => title },
        { key: 'waiting', header: 'For anybody', numeric: true, cell: ({ waiting }) => waiting },
        { key: 'allocated', header: 'Allocated', numeric: true, cell: ({ allocated }) => allocated },
        { key: 'begun', header: 'Begun', numeric: true, cell: ({ begun }) => begun },
        { key: 'locked', header: 'Locked', numeric: true, cell: ({ locked }) => locked },
      ]}
      empty="Nobody in this cohort has handed in an answer yet."
    />
  )
}
