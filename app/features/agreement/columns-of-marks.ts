import { csvText } from '#app/domain/csv.ts'

const COLUMNS: [column: string, values: string, meaning: string][] = [
  ['unit', 'text', 'A code for the script, drawn at random for this file. Two files never share a code.'],
  ['rater', 'marker A, marker B, …', 'A name for the marker, given at random for this file.'],
  [
    'criterion',
    "a criterion's id, or global",
    'What was marked. The global rating is a judgement of its own and not a mean.',
  ],
  ['score', '1 to 7, or empty', '4 is the pass standard. Empty: not rateable, which is not a low mark.'],
  [
    'position',
    '1, 2, 3, …',
    "The place of this mark among the marker's first and second marks of the vignette in this cohort.",
  ],
]

/** The data dictionary of the marks as a CSV file of its own. */
export const columnsOfMarks = csvText([['column', 'values', 'meaning'], ...COLUMNS])
