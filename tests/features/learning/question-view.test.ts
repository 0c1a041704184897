import { expect, it } from 'vitest'
import type { Question } from '#app/content/question-schema.ts'
import { questionView } from '#app/features/learning/question-view.ts'

const counts = { '-2': 0, '-1': 1, '0': 2, '1': 4, '2': 5 }
const shift: Question = {
  ...{ id: 'q', lesson: 'one', kind: 'script-concordance', prompt: 'P', thinking: 'T', learn: 'L', explanation: 'E' },
  panel: { panel: 'Twelve supervisors', members: 12, on: '2026-03-14', counts },
  feedback: { '-2': 'a', '-1': 'b', '0': 'c', '1': 'd', '2': 'e' },
}

it('a concordance that a panel has judged says by whom, and how many gave each answer once it is answered', () => {
  const open = questionView(shift, { seed: 's', answer: undefined })
  expect(open).toMatchObject({
    panel: { panel: 'Twelve supervisors', members: 12, on: '2026-03-14' },
    remark: undefined,
  })
  expect(JSON.stringify(open)).not.toContain('counts')
  expect(questionView(shift, { seed: 's', answer: { chosen: ['1'], isCorrect: true } })).toMatchObject({
    outcome: 'Right',
    options: [
      { isRight: false, verdict: '0 of 12 on the panel chose it.' },
      { isRight: false, verdict: '1 of 12 on the panel chose it.' },
      { isRight: false, verdict: '2 of 12 on the panel chose it.' },
      { isRight: true, verdict: 'Your answer. 4 of 12 on the panel chose it.' },
      { isRight: true, verdict: '5 of 12 on the panel chose it.' },
    ],
  })
})

it('an answer whose options are gone, or that the question judges otherwise now, is asked anew', () => {
  for (const answer of [
    { chosen: ['9'], isCorrect: true },
    { chosen: ['-2'], isCorrect: true },
  ])
    expect(questionView(shift, { seed: 's', answer })).toMatchObject({
      isAnswered: false,
      earlier: { isCorrect: true },
    })
})
