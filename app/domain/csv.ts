export type CsvValue = string | number | boolean | null | undefined

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A value as one cell of a CSV file. A spreadsheet must not run what somebody typed: a text that begins like a formula is kept as
 * text by an apostrophe before it (OWASP, CSV injection). Numbers are written as they are.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' && FORMULA.test(value.trimStart()) ? `'${value}` : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A file with one line of names and one for each row, ended as RFC 4180 asks. */
export const csvFile = (columns: readonly string[], rows: readonly Record<string, CsvValue>[]) =>
  [columns.map(csvCell), ...rows.map((row) => columns.map((column) => csvCell(row[column])))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('')

/** Whether a file's cells are set apart by commas, semicolons or tabs, told by its first line. */
export function delimiterOf(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? ''
  const count = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].reduce((most, mark) => (count(mark) > count(most) ? mark : most))
}
