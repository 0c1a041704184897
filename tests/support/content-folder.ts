import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './folders.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')

const setting = (profession: string) => `:::setting{profession="${profession}"}\n${words(40)}\n:::`

/** A lesson with nothing at fault. */
export const lessonText = (title: string) => `---
title: ${title}
minutes: 10
aim: To see what a lesson is.
outcomes:
  - see one
  - see another
references: [first-2010]
confirm:
  - That this is so.
---
${words(350)} as one work says [@first-2010].

## A heading

:::dialogue[Two people in a room]
- **Dana:** I said nothing.
- **Clinician:** What was it like?
  - Asks before explaining.
:::

:::reflect
When did you last ask?
:::

${['psychiatrist', 'psychologist', 'counsellor', 'nurse'].map(setting).join('\n')}

:::key-points
- One point.
:::
`

const level = (text: string) =>
  `{ 1: ${text} one, 3: ${text} three, 4: ${text} four, 5: ${text} five, 7: ${text} seven }`

/** A small content folder with nothing at fault: one course of two lessons, one vignette, one rubric, one pathway. */
const files: Record<string, string> = {
  'bibliography.json': `[
  {
    "id": "first-2010",
    "type": "article-journal",
    "author": [{ "family": "First", "given": "A." }, { "family": "Second", "given": "B." }],
    "issued": { "date-parts": [[2010]] },
    "title": "One work",
    "container-title": "Journal of One",
    "volume": "1",
    "page": "1-2"
  },
  {
    "id": "second-2020",
    "type": "document",
    "author": [{ "family": "Third", "given": "C." }, { "literal": "others" }],
    "issued": { "date-parts": [[2020]] },
    "genre": "Another work"
  }
]
`,
  'courses/01-first-steps/course.yaml': `title: First steps
summary: What comes first.
module: 1
price: free
studyHours: 2
cpdHours: 2
format: Self-paced, online
audience: Clinicians.
outcomes:
  - take a step
  - take another
prerequisites: []
vignettes: [the-case]
completion:
  lessons: all
  questions: all
  correctShare: 0.5
  vignettes: all
confirm: []
`,
  'courses/01-first-steps/lessons/01-one.md': lessonText('One'),
  'courses/01-first-steps/lessons/02-two.md': lessonText('Two'),
  'courses/01-first-steps/questions.yaml': `- id: q-1
  lesson: one
  kind: single
  prompt: Which one?
  options:
    - { id: a, text: This, correct: true, feedback: Yes. }
    - { id: b, text: That, correct: false, feedback: No. }
    - { id: c, text: Neither, correct: false, feedback: Not quite. }
  explanation: This one.
- id: q-2
  lesson: two
  kind: order
  prompt: In which order?
  options:
    - { id: a, text: First, feedback: It stands first. }
    - { id: b, text: Second, feedback: It stands second. }
    - { id: c, text: Third, feedback: It stands third. }
  explanation: One after the other.
`,
  'vignettes/the-case.yaml': `title: The case
kind: response
rubric: the-rubric
summary: Somebody comes in.
minutes: 30
maxAttempts: 2
hoursBetween: 24
warning:
  topics: [loss]
  text: Somebody has died.
situation: |
  ${words(340)}
transcript:
  - speaker: Dana
    says: I knew that you would ask that of me today.
  - speaker: Clinician
    note: looks up
    says: What was it like to hear me ask?
prompts:
  - id: say
    label: What would you say?
    help: Your own words.
    words: [30, 150]
discussion: |
  ${words(400)} [@first-2010]
references: [first-2010]
professions: [nurse]
modules: [3]
provenance: demo
confirm: []
`,
  'rubrics/the-rubric.yaml': `title: The rubric
version: 1
source: Two works.
references: [first-2010, second-2020]
criteria:
  - id: asking
    title: Asking
    asks: Does the answer ask?
    descriptors: ${level('asks')}
global:
  asks: All in all.
  descriptors: ${level('global')}
criticalErrors:
  - id: certainty
    title: Certainty
    description: Says what the patient feels.
pass:
  globalAtLeast: 4
  criterionAtLeast: 3
  notRateableAtMost: 1
  criticalErrorsUpheldAtMost: 0
confirm: []
`,
  'pathways/practitioner.yaml': `title: Practitioner
version: 1
source: One body.
requirements:
  - id: steps
    kind: course
    course: first-steps
    title: First steps
    why: They come first.
  - id: case
    kind: vignette
    vignette: the-case
    title: The case passed
    why: It shows the asking.
elsewhere: []
confirm: []
`,
}

/** What to do with a file: its new text, what to make of its text, or to leave it out. */
export type Changes = Record<string, string | ((text: string) => string) | null>

/** Writes the small content folder, changed as asked, to a folder of its own. @returns its path. */
export async function contentFolder(changes: Changes = {}): Promise<string> {
  const directory = temporaryFolder()
  for (const file of new Set([...Object.keys(files), ...Object.keys(changes)])) {
    const change = changes[file]
    const text = typeof change === 'function' ? change(files[file] ?? '') : (change ?? files[file])
    if (change === null || text === undefined) continue
    await mkdir(dirname(join(directory, file)), { recursive: true })
    await writeFile(join(directory, file), text)
  }
  return directory
}

/** Replaces one passage, and fails when it is not there: a test that changes nothing would prove nothing. */
export const replacing =
  (passage: string, by: string) =>
  (text: string): string => {
    if (!text.includes(passage)) throw new Error(`"${passage}" does not stand in the file`)
    return text.replace(passage, by)
  }
