import { CsvError, parse } from 'csv-parse/sync'
import type { Rating } from '#app/domain/agreement/rating.ts'

export type RatingsFile =
  | { ratings: PlacedRating[]; missing: number /** Of all rows, also those without a score. */; criteria: string[] }
  | { faults: string[] }
export type PlacedRating = Rating & { position?: number }

const NEEDED = ['unit', 'rater', 'score'] as const

type Row = { line: number; cells: Record<string, string>; isWide: boolean }
type Fault = { line: number; what: string }

/**
 * Reads ratings from CSV with a header: `unit`, `rater`, `score` and, where there are any, `criterion` and `position`. Other columns are passed
 * over. An empty score is a mark that was not given. Every fault is named at once, with its line.
 */
export function readRatings(text: string): RatingsFile {
  const read = readRows(text)
  if ('faults' in read) return read
  const absent = NEEDED.filter((column) => !read.columns.includes(column))
  if (absent.length === 1) return { faults: [`line 1: the column ${absent[0]} is missing.`] }
  if (absent.length > 1) return { faults: [`line 1: the columns ${absent.join(', ')} are missing.`] }
  if (read.rows.length === 0) return { faults: ['There are no ratings in the file.'] }
  const faults = [...read.rows.flatMap(faultsOf), ...repeats(read.rows)].sort((a, b) => a.line - b.line)
  if (faults.length > 0) return { faults: faults.map(({ line, what }) => `line ${line}: ${what}`) }
  const given = read.rows.filter(({ cells }) => cells.score)
  const criteria = [...new Set(read.rows.map(({ cells }) => cells.criterion ?? ''))]
  return { ratings: given.map(ratingOf), missing: read.rows.length - given.length, criteria }
}

function readRows(text: string): { rows: Row[]; columns: string[] } | { faults: string[] } {
  let columns: string[] = []
  const toColumns = (header: string[]) => {
    columns = header.map((name) => name.trim().toLowerCase())
    return columns
  }
  try {
    const options = { columns: toColumns, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true }
    const read: Parsed[] = parse(text, { ...options, info: true })
    const rows = read.map(({ record, info }) => ({
      line: info.lines,
      cells: { ...record },
      isWide: info.error?.code === 'CSV_RECORD_INCONSISTENT_COLUMNS' && info.error.record.length > columns.length,
    }))
    return { rows, columns }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { faults: [error.message] }
  }
}

type Parsed = {
  record: Record<string, string>
  info: { lines: number; error?: { code: string; record: string[] } }
}

/** A row that is too wide is most likely a score of 4,5 in a file of commas, which would pass for a 4. */
function faultsOf({ line, cells, isWide }: Row): Fault[] {
  if (isWide) return [{ line, what: 'there are more cells than columns. Does a score have a decimal comma?' }]
  const empty = (['unit', 'rater'] as const).filter((column) => !cells[column])
  const numbers = (['score', 'position'] as const).filter((column) => cells[column] && !isNumber(cells[column]))
  return [
    ...empty.map((column) => ({ line, what: `${column} is empty.` })),
    ...numbers.map((column) => ({ line, what: `${column} "${cells[column]}" is not a number.` })),
  ]
}

/** A decimal point and no more: `4,5` and `0x4` are refused, not guessed at. */
const isNumber = (cell: string) => /^[-+]?\d+(\.\d+)?$/.test(cell)

function repeats(rows: readonly Row[]): Fault[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, cells }) => {
    const key = JSON.stringify([cells.unit, cells.rater, cells.criterion ?? ''])
    const before = first.get(key)
    if (before === undefined) first.set(key, line)
    return before === undefined ? [] : [{ line, what: `the same unit, rater and criterion as in line ${before}.` }]
  })
}

function ratingOf({ cells }: Row): PlacedRating {
  const { unit = '', rater = '', score, criterion, position } = cells
  return {
    unit,
    rater,
    score: Number(score),
    ...(criterion ? { criterion } : {}),
    ...(position ? { position: Number(position) } : {}),
  }
}
