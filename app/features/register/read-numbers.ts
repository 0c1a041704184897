import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import { csvRows } from '#app/http/csv-rows.ts'

export const MAX_NUMBERS = 500

/** A line with what stands where its number should; numbered as in the file. */
export type TypedNumber = { line: number; typed: string }

/** What a column of certificate numbers may be called. */
const CALLED_NUMBER = /^(certificate|number|credential|(certificate|credential|registration)[ _-]?(number|no\.?|id))$/i

/**
 * The numbers of a list: one on each line, alone or as a cell of a CSV file, in its first column or one that its first line calls
 * "number" or "certificate".
 * @returns the numbers as they were typed, or a sentence that says why the list cannot be read.
 */
export function readNumbers(text: string): { numbers: TypedNumber[] } | { fault: string } {
  const read = csvRows(text)
  if ('brokenAt' in read)
    return {
      fault: `Line ${read.brokenAt}: a quotation mark is opened and never closed, or stands in the wrong place.`,
    }
  const [first] = read.rows
  if (!first) return { fault: 'Paste the numbers, or choose a file.' }
  const column = first.cells.findIndex((cell) => CALLED_NUMBER.test(cell))
  const isHeader = column >= 0 || !mayBeNumber(first.cells[0] ?? '')
  const numbers = read.rows
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
