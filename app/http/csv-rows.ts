import { CsvError, parse } from 'csv-parse/sync'
import { delimiterOf } from '#app/domain/csv.ts'

/** A row with the number of its line in the file. */
export type CsvRow = { line: number; cells: string[] }

/**
 * The rows of a CSV file that somebody chose or pasted, the names of the columns among them. Commas, semicolons and tabs are told by the
 * first line; lines without anything are passed over.
 * @returns them, or the line in which a quotation mark is opened and never closed, or stands in the wrong place.
 */
export function csvRows(text: string): { rows: CsvRow[] } | { brokenAt: number } {
  try {
    const records = parse(text, {
      ...{ bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true },
      delimiter: delimiterOf(text),
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return { rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { brokenAt: Number(error.lines ?? 1) }
  }
}
