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

  it('says nothing about the answer in any course of this repository, nor does their number', async () => {
    const { report } = await readContent('content', { withUnsourced: true })
    const given = /the right option is the longest|options are right in/
    expect(report.notes.map(findingLine).filter((line) => given.test(line))).toEqual([])
  })
})

describe('the number of right options', () => {
  const multiple = (counts: number[]) =>
    counts
      .map((right, index) => {
        const options = [1, 2, 3, 4, 5].map(
          (one) => `    - { id: o-${one}, text: t, correct: ${one <= right}, feedback: f }`,
        )
        const lesson = index % 2 === 0 ? 'one' : 'two'
        const head = `- id: q-${index + 1}\n  lesson: ${lesson}\n  kind: multiple\n  prompt: Which?\n  options:\n`
        return `${head}${options.join('\n')}\n  explanation: These.\n`
      })
      .join('')

  it('is noted where it is nearly always the same', async () => {
    const notesOf = async (counts: number[]) => {
      const folder = await contentFolder({ [QUESTIONS]: () => multiple(counts) })
      const { report } = await readContent(folder, { withUnsourced: true })
      expect(report.faults).toEqual([])
      return report.notes.map(findingLine).filter((line) => line.includes('options are right'))
    }
    expect(await notesOf([3, 3, 3, 3, 2])).toEqual([
      `${QUESTIONS}:1:1 file: 3 of 5 options are right in 4 of 5 multiple questions`,
    ])
    expect(await notesOf([3, 3, 3, 2])).toEqual([])
    expect(await notesOf([3, 3, 3])).toEqual([])
  })
})
