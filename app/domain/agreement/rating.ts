/** One mark of one script by one marker. A mark that was not given, or was "not rateable", is a rating that is not there. */
export type Rating = { unit: string; rater: string; score: number; criterion?: string | undefined }

/** Scripts by markers. Names stand in the order of the alphabet, so that the order of the ratings changes no figure. */
export type RatingTable = {
  units: readonly string[]
  raters: readonly string[]
  /** One row for each unit, in it one place for each rater. */
  rows: readonly (readonly (number | undefined)[])[]
}

/**
 * Ratings on one criterion as a table of scripts by markers.
 * @throws when one marker rated one script twice: which of the two counts is not for a program to say.
 */
export function ratingTable(ratings: readonly Rating[]): RatingTable {
  const units = sortedNames(ratings.map(({ unit }) => unit))
  const raters = sortedNames(ratings.map(({ rater }) => rater))
  const columns = new Map(raters.map((rater, column) => [rater, column]))
  const byUnit = new Map(units.map((unit): [string, (number | undefined)[]] => [unit, raters.map(() => undefined)]))
  for (const { unit, rater, score } of ratings) {
    const row = byUnit.get(unit) ?? []
    const column = columns.get(rater) ?? 0
    if (row[column] !== undefined) throw new Error(`${rater} rated ${unit} twice.`)
    row[column] = score
  }
  return { units, raters, rows: [...byUnit.values()] }
}

/** The scores of each script that two markers or more rated. */
export const sharedScores = ({ rows }: RatingTable): number[][] => rows.map(given).filter(({ length }) => length >= 2)

/** The rows without a gap: the scripts that every marker rated. */
export const completeRows = ({ rows, raters }: RatingTable): number[][] =>
  rows.map(given).filter(({ length }) => length === raters.length)

/** The scores of two named markers on the scripts that both of them rated. */
export function pairedScores({ raters, rows }: RatingTable, pair: readonly [string, string]): [number, number][] {
  const [first, second] = pair.map((rater) => raters.indexOf(rater))
  return rows.flatMap((row): [number, number][] => {
    const [a, b] = [row[first ?? -1], row[second ?? -1]]
    return a === undefined || b === undefined ? [] : [[a, b]]
  })
}

/** Every two of the names, each pair once. */
export const pairsOf = (names: readonly string[]): [string, string][] =>
  names.flatMap((a, index) => names.slice(index + 1).map((b): [string, string] => [a, b]))

export const sortedNames = (names: readonly string[]): string[] => [...new Set(names)].sort()

const given = (row: readonly (number | undefined)[]) => row.filter((score) => score !== undefined)
