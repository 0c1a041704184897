import { csvFile } from '#app/domain/csv.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'
import type { CheckedNumber } from './check-numbers.server.ts'

const COLUMNS = [
  'line',
  'typed',
  'number',
  'state',
  'says',
  'kind',
  'title',
  'name',
  'until',
  'replaced_by',
  'same_as_line',
]

/** The answer as a CSV file, a line for each that was asked, in the order of the list. Days are those of UTC. */
export const checkedFile = (checked: readonly CheckedNumber[]): string =>
  csvFile(
    COLUMNS,
    checked.map(({ line, typed, number, state, words, kind, title, holderName, validUntil, supersededBy, sameAs }) => ({
      ...{ line, typed, number, state, says: words, kind, title, name: holderName },
      ...{ until: validUntil && utcDay(validUntil), replaced_by: supersededBy, same_as_line: sameAs },
    })),
  )
