// biome-ignore-all lint/a11y/noRedundantRoles: the display values that stack the rows on a phone take the roles away
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Aligned to the right, in figures of one width. */
  numeric?: boolean
  /** The column is for actions: its header is said, not shown. */
  hideHeader?: boolean
  /** In a dense table on a phone: the value says by itself what it is, and the header is not shown beside it. */
  speaksForItself?: boolean
}

type TableProps<Row> = {
  caption: ReactNode
  hideCaption?: boolean
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
  /** A long list: on a phone its values stand in one run, each with its label before it, instead of one below the other. */
  isDense?: boolean
}

/** Rows become labelled lists on a phone; the roles keep it a table for assistive technology there too. */
export function Table<Row>({
  caption,
  hideCaption = false,
  columns,
  rows,
  rowKey,
  empty = 'Nothing here yet.',
  isDense = false,
}: TableProps<Row>) {
  if (rows.length === 0) return <div className="border-line border-y py-6 text-ink-muted">{empty}</div>
  return (
    <table role="table" className={`stacked-table ${isDense ? 'dense' : ''}`}>
      <caption className={hideCaption ? 'sr-only' : 'pb-3 text-start font-serif text-lg'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, header, numeric, hideHeader }) => (
            <th key={key} role="columnheader" scope="col" className={numeric ? 'numeric' : undefined}>
              {hideHeader ? <span className="sr-only">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} row={row} namesRow={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row, namesRow }: { column: Column<Row>; row: Row; namesRow: boolean }) {
  const { numeric, hideHeader, speaksForItself, header } = column
  const look = numeric ? 'numeric' : undefined
  const content = <div className="min-w-0">{column.cell(row)}</div>
  if (namesRow)
    return (
      <th role="rowheader" scope="row" className={look}>
        {content}
      </th>
    )
  return (
    <td
      role="cell"
      className={look}
      data-label={hideHeader ? undefined : header}
      data-speaks={speaksForItself || undefined}
    >
      {content}
    </td>
  )
}
