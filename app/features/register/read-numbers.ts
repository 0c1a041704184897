import { CsvError, parse } from 'csv-parse/sync'
import { delimiterOf } from '#app/domain/csv.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'

export const MAX_NUMBERS = 500

/** A line with what stands where its number should; numbered as in the file. */
export type TypedNumber = { line: number; typed: string }

/** What a column of certificate numbers may be called. */
const CALLED_NUMBER = /^(certificate|number|credential|(certificate|credential|registration)[ _-]?(number|no\.?|id))$/i

/**
 * The numbers of a list: one on each line, alone or as a cell of a CSV file, in its first column or one that its first line calls
 * "number" or "certificate". Commas, semicolons and tabs are told by the first line; lines without anything are passed over.
 * @returns the numbers as they were typed, or a sentence that says why the list cannot be read.
 */
export function readNumbers(text: string): { numbers: TypedNumber[] } | { fault: string } {
  const rows = readRows(text)
  if ('fault' in rows) return rows
  const [first] = rows.rows
  if (!first) return { fault: 'Paste the numbers, or choose a file.' }
  const column = first.cells.findIndex((cell) => CALLED_NUMBER.test(cell))
  const isHeader = column >= 0 || !mayBeNumber(first.cells[0] ?? '')
  const numbers = rows.rows
    .slice(isHeader ? 1 : 0)
    .map(({ line, cells }) => ({ line, typed: cells[Math.max(0, column)] ?? '' }))
    .filter(({ typed }) => typed !== '')
  if (numbers.length === 0) return { fault: 'There is no number in this list, only its first line.' }
  if (numbers.length > MAX_NUMBERS)
    return { fault: `At most ${MAX_NUMBERS} numbers at once; these are ${numbers.length}.` }
  return { numbers }
}

/** A first line of words names columns, whatever its language; of a number that is mistyped something is left. */
const mayBeNumber = (cell: string) => 'number' in parseCertificateNumber(cell) || /\d/.test(cell)

type Row = { line: number; cells: string[] }

function readRows(text: string): { rows: Row[] } | { fault: string } {
  try {
    const records = parse(text, {
      ...{ bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true },
      delimiter: delimiterOf(text),
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return { rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      fault: `Line ${Number(error.lines ?? 1)}: a quotation mark is opened and never closed, or stands in the wrong place.`,
    }
  }
}
