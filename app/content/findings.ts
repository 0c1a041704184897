import { inNumber } from '#app/domain/wording.ts'
export type Place = { line: number; column: number }

/** Something that a file under `content/` says or lacks, named so that whoever wrote it finds the place. */
export type Finding = Place & { file: string; field: string; message: string }

/** What reading all of the content found out. Only faults stand in the way of publishing. */
export type Report = {
  faults: Finding[]
  /** Worth a look: nothing is wrong with the format. */
  notes: Finding[]
  /** Statements that a clinician should still confirm. */
  confirm: Finding[]
  /** Claims that no work of the bibliography carries: not shown outside the demo. */
  needsSource: Finding[]
}

export const emptyReport = (): Report => ({ faults: [], notes: [], confirm: [], needsSource: [] })

/** What is still open in one file: what a clinician should confirm, and what no work carries. */
export const openPointsIn = ({ confirm, needsSource }: Report, file: string): string[] => [
  ...confirm.filter((found) => found.file === file).map(({ message }) => message),
  ...needsSource.filter((found) => found.file === file).map(({ message }) => `Without a source: ${message}`),
]

export const findingLine = ({ file, line, column, field, message }: Finding) =>
  `${file}:${line}:${column} ${field}: ${message}`

const byPlace = (a: Finding, b: Finding) =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.message.localeCompare(b.message)

export const inOrder = (findings: readonly Finding[]): Finding[] => [...findings].sort(byPlace)

/** One line for each finding, in the order in which somebody would go through the files. */
export const listFindings = (findings: readonly Finding[]) =>
  inOrder(findings).map((finding) => `  ${findingLine(finding)}`)

/** Thrown when nothing may be published: its message is the readable list of every fault. */
export class ContentError extends Error {
  readonly faults: readonly Finding[]

  constructor(faults: readonly Finding[]) {
    const says = inNumber(faults.length, {
      one: 'The content has one fault, so none of it is published:',
      other: 'The content has {n} faults, so none of it is published:',
    })
    super([says, ...listFindings(faults)].join('\n'))
    this.faults = faults
  }
}
