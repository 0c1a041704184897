import { inList } from '#app/domain/listing.ts'
import { type CsvRow, csvRows } from '#app/http/csv-rows.ts'

export const LOG_COLUMNS = [
  'kind',
  'date',
  'start',
  'minutes',
  'mode',
  'supervisees',
  'cases',
  'supervisor',
  'taken_away',
] as const
const NEEDED = ['kind', 'date', 'minutes', 'cases'] as const
/** All of them are kept in one transaction, which ends after 15 seconds; 500 take about three. */
const MAX_LOG_ROWS = 1_000

export type LogLine = { line: number; fields: Readonly<Record<string, string>> }
export type LineFault = { line: number; message: string }

/**
 * An earlier log as lines with their numbers in the file, and what stands against its form. The first line names the columns, in
 * any order.
 */
export function readLog(text: string): Log {
  const read = csvRows(text)
  if ('rows' in read) return linesOf(read.rows)
  return refused(read.brokenAt, 'A quotation mark is opened here and never closed, or stands in the wrong place.')
}

type Log = { lines: LogLine[]; faults: LineFault[] }

const refused = (line: number, message: string): Log => ({ lines: [], faults: [{ line, message }] })

function linesOf([header, ...rows]: readonly CsvRow[]): Log {
  const names = header?.cells.map((name) => name.toLowerCase().replaceAll(' ', '_')) ?? []
  const missing = NEEDED.filter((name) => !names.includes(name))
  if (missing.length > 0) return refused(1, `The first line names the columns. It lacks ${inList(missing)}.`)
  if (rows.length > MAX_LOG_ROWS) return refused(1, `At most ${MAX_LOG_ROWS} lines at once; these are ${rows.length}.`)
  const lines: LogLine[] = []
  const faults: LineFault[] = []
  for (const { line, cells } of rows) {
    if (cells.length !== names.length)
      faults.push({ line, message: `It has ${cells.length} fields where the first line has ${names.length}.` })
    else lines.push({ line, fields: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) })
  }
  return { lines, faults }
}
