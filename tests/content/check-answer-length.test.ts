import { describe, expect, it } from 'vitest'
import { findingLine } from '#app/content/findings.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { contentFolder } from '#tests/support/content-folder.ts'

const QUESTIONS = 'courses/01-first-steps/questions.yaml'

/** One question for each pair: how many characters the right option has, and the longest of the others. */
const questions = (lengths: [right: number, wrong: number][]) =>
  lengths
    .map(
      ([right, wrong], index) => `- id: q-${index + 1}
  lesson: ${index % 2 === 0 ? 'one' : 'two'}
  kind: single
  prompt: Which one?
  options:
    - { id: a, text: ${'r'.repeat(right)}, correct: true, feedback: Yes. }
    - { id: b, text: ${'w'.repeat(wrong)}, correct: false, feedback: No. }
    - { id: c, text: w, correct: false, feedback: No. }
  explanation: This one.
`,
    )
    .join('')

async function notesOn(lengths: [right: number, wrong: number][]) {
  const folder = await contentFolder({ [QUESTIONS]: () => questions(lengths) })
  const { report } = await readContent(folder, { withUnsourced: true })
  expect(report.faults).toEqual([])
  return report.notes.map(findingLine)
}

describe('the length of right options', () => {
  it('is noted where the longest is right in more than half of the questions, and those are named', async () => {
    const notes = await notesOn([
      [9, 5],
      [5, 9],
      [9, 5],
      [9, 8],
    ])
    expect(notes).toEqual([
      expect.stringMatching(
        /^courses\/01-first-steps\/questions\.yaml:1:1 .*the right option is the longest in 3 of 4 single questions: q-1, q-3, q-4$/,
      ),
    ])
  })

  it('is not noted in half of them', async () => {
    expect(
      await notesOn([
        [9, 5],
        [5, 9],
        [9, 5],
        [5, 9],
      ]),
    ).toEqual([])
  })

  it('gives nothing away where a wrong option is as long', async () => {
    expect(
      await notesOn([
        [9, 9],
        [9, 9],
        [9, 9],
        [9, 9],
      ]),
    ).toEqual([])
  })

  it('is not judged by fewer than four questions', async () => {
    expect(
      await notesOn([
        [9, 5],
        [9, 5],
        [9, 5],
      ]),
    ).toEqual([])
  })

  it('says nothing about the answer in any course of this repository', async () => {
    const { report } = await readContent('content', { withUnsourced: true })
    expect(report.notes.map(findingLine).filter((line) => line.includes('the right option is the longest'))).toEqual([])
  })
})
