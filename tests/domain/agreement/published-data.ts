import type { Rating } from '#app/domain/agreement/rating.ts'

/** Rows of scripts, each with one score for each marker; `undefined` where a marker gave none. */
export function ratingsOf(rows: readonly (readonly (number | undefined)[])[], criterion?: string): Rating[] {
  return rows.flatMap((row, unit) =>
    row.flatMap((score, rater) =>
      score === undefined ? [] : [{ unit: `script ${unit + 1}`, rater: `marker ${rater + 1}`, score, criterion }],
    ),
  )
}

/** The pairs of scores that a cross table of two markers' levels (1, 2, ...) counts. */
export function pairsOfTable(counts: readonly (readonly number[])[]): [number, number][] {
  return counts.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [number, number] => [i + 1, j + 1])),
  )
}

/** Shrout & Fleiss 1979, table 2: four judges of six targets. */
export const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

const none = undefined

/** Krippendorff 2011, section C, and Gwet 2014, page 120: four observers of twelve units, not all of them by all. */
export const fourObservers = [
  [1, 1, none, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [none, 5, 5, 5],
  [none, none, 1, 1],
  [none, none, 3, none],
]

/** Krippendorff 2011, section A: two observers of ten units, two values. */
export const megAndOwen = [
  [0, 1],
  [1, 1],
  [0, 1],
  [0, 0],
  [0, 0],
  [0, 1],
  [0, 0],
  [0, 0],
  [1, 0],
  [0, 0],
]

/** Gwet 2014: five observers of fifteen units on a scale from 0 to 3. */
export const fiveObservers = [
  [1, 1, 2, none, 2],
  [1, 1, 0, 1, none],
  [2, 3, 3, 3, none],
  [none, 0, 0, none, 0],
  [0, 0, 0, none, 0],
  [0, 0, 0, none, 0],
  [1, 0, 2, none, 1],
  [1, none, 2, 0, none],
  [2, 2, 2, none, 2],
  [2, 1, 1, 1, none],
  [none, 1, 0, 0, none],
  [0, 0, 0, 0, none],
  [1, 2, 2, 2, none],
  [3, 3, 2, 2, 3],
  [1, 1, 1, none, 1],
]

/** Gwet 2014: two abstractors of a hundred records in three categories. */
export const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]

/** Gwet 2014: two methods of diagnosis for 223 patients in four categories. */
export const diagnoses = [
  [40, 6, 4, 15],
  [4, 25, 1, 5],
  [4, 2, 21, 9],
  [17, 13, 12, 45],
]

/** SAS/STAT user's guide, PROC FREQ: two dermatologists of 88 patients. */
export const dermatologists = [
  [10, 4, 1, 0],
  [5, 10, 12, 2],
  [2, 4, 12, 5],
  [0, 2, 6, 13],
]

/** Bland & Altman 1986, table 1: first readings of a Wright and of a mini peak flow meter, in l/min. */
export const peakFlow: [number, number][] = [
  [494, 512],
  [395, 430],
  [516, 520],
  [434, 428],
  [476, 500],
  [557, 600],
  [413, 364],
  [442, 380],
  [650, 658],
  [433, 445],
  [417, 432],
  [656, 626],
  [267, 260],
  [478, 477],
  [178, 259],
  [423, 350],
  [427, 451],
]
