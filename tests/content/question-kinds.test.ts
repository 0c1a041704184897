import { expect, it } from 'vitest'
import { findingLine } from '#app/content/findings.ts'
import { questionsSchema } from '#app/content/question-schema.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { parseYaml } from '#app/content/yaml-file.ts'
import { contentFolder, replacing } from '#tests/support/content-folder.ts'
import { EVERY_NEW_KIND } from '#tests/support/questions.ts'

const QUESTIONS = 'courses/01-first-steps/questions.yaml'

const faultsOf = (passage: string, by: string) =>
  parseYaml(questionsSchema, { file: 'q', text: replacing(passage, by)(EVERY_NEW_KIND) }).faults.map(findingLine)

it.each<[slip: string, passage: string, by: string, fault: string]>([
  ['a match of one answer', '{ id: y, text: Y }, { id: z, text: Z }', '', 'q:5:3 [0].answers: '],
  ['a sentence without a gap', 'The ___ is', 'It is', 'q:15:3 [1].sentence: has one gap, written ___'],
  ['a sentence with two gaps', 'The ___ is', 'The ___ and ___ are', 'q:15:3 [1].sentence: has one gap, written ___'],
  ['a gap for nothing', 'words: [answer, reply]', 'words: []', 'q:16:3 [1].words: '],
  [
    'a gap for words and a number',
    'words: [answer, reply]',
    'words: [answer]\n  number: 3',
    'q:16:3 [1].words: a gap is filled',
  ],
  [
    'a tolerance for words',
    'words: [answer, reply]',
    'words: [answer]\n  within: 3',
    'q:17:3 [1].within: goes with a number',
  ],
  [
    'a mode that nobody knows',
    'mode: pretend',
    'mode: denial',
    'q:26:3 [2].mode: must be psychic-equivalence, pretend',
  ],
  [
    'a mode without what there is to say on it',
    '    teleological: Because not teleological.\n',
    '',
    'q:27:3 [2].feedback.teleological: is missing',
  ],
  ['a shift that is none', 'expected: -1', 'expected: 3', 'q:39:3 [3].expected: '],
  [
    'a concordance that nobody judges',
    '  expected: -1\n',
    '',
    'q:33:3 [3].expected: a concordance has its panel’s answers, or',
  ],
  [
    'a panel of too few',
    'expected: -1',
    'panel: { panel: A, members: 3, on: 2026-01-01, counts: { "-2": 0, "-1": 3, "0": 0, "1": 0, "2": 0 } }',
    'q:39:22 [3].panel.members: a panel has at least 10 members',
  ],
  [
    'counts that are not those of the members',
    'expected: -1',
    'panel: { panel: A, members: 10, on: 2026-01-01, counts: { "-2": 0, "-1": 3, "0": 0, "1": 0, "2": 0 } }',
    'q:39:51 [3].panel.counts: the counts do not add up to the members',
  ],
])('%s is refused where it stands', (_, passage, by, fault) => {
  expect(faultsOf(passage, by)).toEqual([expect.stringContaining(fault)])
})

it('a question that answers itself, or asks for what is not there, is refused; what a clinician should confirm is listed', async () => {
  const slips = [
    replacing('answer: y,', 'answer: w,'),
    replacing('{ id: y, text: Y }', '{ id: x, text: Y }'),
    replacing('words: [likely]', 'words: [Reply]'),
    replacing('is here.', 'is an answer.'),
  ]
  const change = (text: string) => slips.reduce((changed, slip) => slip(changed), text + EVERY_NEW_KIND)
  const { report } = await readContent(await contentFolder({ [QUESTIONS]: change }), { withUnsourced: true })
  expect(report.faults.map(findingLine)).toEqual([
    `${QUESTIONS}:23:35 [2].answers[1].id: x is the id of an earlier one`,
    `${QUESTIONS}:26:30 [2].lines[1].answer: there is no answer w`,
    `${QUESTIONS}:36:16 [3].mistakes[0].words: Reply is taken as right`,
    `${QUESTIONS}:33:3 [3].sentence: answer stands in the sentence already`,
  ])
  expect(report.confirm.map(findingLine)).toContain(`${QUESTIONS}:60:13 [5].confirm[0]: That it moves so.`)
})
