export type CsvValue = string | number | boolean | null | undefined

/**
 * Where a spreadsheet would take a formula to begin: at the start, and after what parts cells or lines, since where lists are written with
 * semicolons a file with commas is parted at each of them, within quotation marks too. A number alone is none.
 */
const FORMULA = /(?<=^|[;\t\r\n])([^\S\t\r\n]*)(?=[=+@]|-(?!\d+(\.\d+)?$))/g

/**
 * A value as one cell of a CSV file. A spreadsheet must not run what somebody typed: what would begin a formula is kept as text by an
 * apostrophe before it (OWASP, CSV injection).
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value.replace(FORMULA, "$1'") : String(value)
  return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table, its first line that of the names, each line ended as RFC 4180 asks. */
export const csvText = (table: readonly (readonly CsvValue[])[]): string =>
  table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')

/** A file with one line of names and one for each row. */
export const csvFile = (columns: readonly string[], rows: readonly Record<string, CsvValue>[]): string =>
  csvText([columns, ...rows.map((row) => columns.map((column) => row[column]))])

/** Whether a file's cells are set apart by commas, semicolons or tabs, told by its first line. */
export function delimiterOf(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? ''
  const count = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].reduce((most, mark) => (count(mark) > count(most) ? mark : most))
}
