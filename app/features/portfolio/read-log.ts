import { CsvError, parse } from 'csv-parse/sync'
import { delimiterOf } from '#app/domain/csv.ts'
import { inList } from '#app/domain/listing.ts'

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
export const MAX_LOG_ROWS = 1_000

export type LogLine = { line: number; fields: Readonly<Record<string, string>> }
export type LineFault = { line: number; message: string }

/**
 * An earlier log as lines with their numbers in the file, and what stands against its form. Commas, semicolons and tabs are told
 * by the first line, which names the columns in any order.
 */
export function readLog(text: string): { lines: LogLine[]; faults: LineFault[] } {
  try {
    const records = parse(text, {
      ...{ bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true },
      delimiter: delimiterOf(text),
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return linesOf(records)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines ?? 1)
    return {
      lines: [],
      faults: [{ line, message: 'A quotation mark is opened here and never closed, or stands in the wrong place.' }],
    }
  }
}

function linesOf(records: { record: string[]; info: { lines: number } }[]): ReturnType<typeof readLog> {
  const [header, ...rows] = records
  const names = header?.record.map((name) => name.toLowerCase().replaceAll(' ', '_')) ?? []
  const missing = NEEDED.filter((name) => !names.includes(name))
  if (missing.length > 0)
    return {
      lines: [],
      faults: [{ line: 1, message: `The first line names the columns. It lacks ${inList(missing)}.` }],
    }
  if (rows.length > MAX_LOG_ROWS)
    return {
      lines: [],
      faults: [{ line: 1, message: `At most ${MAX_LOG_ROWS} lines at once; these are ${rows.length}.` }],
    }
  const lines: LogLine[] = []
  const faults: LineFault[] = []
  for (const { record, info } of rows) {
    const line = info.lines
    if (record.length !== names.length)
      faults.push({ line, message: `It has ${record.length} fields where the first line has ${names.length}.` })
    else lines.push({ line, fields: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])) })
  }
  return { lines, faults }
}
