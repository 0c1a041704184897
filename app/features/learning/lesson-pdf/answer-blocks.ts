import type { Question } from '#app/content/question-schema.ts'
import { countOf, SHIFTS, type Shift } from '#app/domain/keyed/concordance.ts'
import { shiftNumber, shiftWords } from '#app/domain/keyed/shift-words.ts'
import { isSharedByPanel } from '#app/domain/retrieval/is-right.ts'
import { MODES, modeWords } from '#app/domain/retrieval/modes.ts'
import type { Block, Choice } from '#app/pdf/report/report.ts'
import type { OpenQuestion } from '../question-view.ts'
import { heading, text, together } from './blocks.ts'
import { letter } from './question-blocks.ts'

type OfKind<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>

/** What a question is answered by, with what there is to say on every option; the letters are those of the exercise. */
export function answerBlocks(question: Question, asked: OpenQuestion, number: number): Block[] {
  return together([
    heading(3, `Answer to question ${number}`),
    { kind: 'choices', items: answersTo(question, asked) },
    text(question.explanation),
  ])
}

function answersTo(question: Question, { options, stem }: OpenQuestion): Choice[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map((option, index) => judged(index, option.text, option.correct, option.feedback))
    case 'mode':
      return MODES.map((mode, index) => judged(index, modeWords[mode], mode === question.mode, question.feedback[mode]))
    case 'order':
      return question.options.map(({ id, text, feedback }, index) => ({
        ...{ label: `${index + 1}`, text },
        note: `${letter(options.findIndex((option) => option.id === id))} on your sheet. ${feedback}`,
      }))
    case 'match': {
      const answers = stem.kind === 'match' ? stem.answers : []
      return question.lines.map((line, index) => pair(line, index, answers))
    }
    case 'gap':
      return fillings(question)
    case 'script-concordance':
      return SHIFTS.map((shift, index) => shiftOf(question, shift, index))
  }
}

const judged = (index: number, option: string, isRight: boolean, feedback: string): Choice => ({
  ...{ label: letter(index), text: option },
  note: `${isRight ? 'Right.' : 'Not right.'} ${feedback}`,
})

type Line = OfKind<'match'>['lines'][number]

function pair({ text, answer, feedback }: Line, index: number, answers: readonly { id: string; text: string }[]) {
  const place = answers.findIndex(({ id }) => id === answer)
  const note = `It goes with ${letter(place)}: “${answers[place]?.text ?? ''}”. ${feedback}`
  return { label: `${index + 1}`, text, note }
}

const fillings = ({ words, number, feedback, mistakes, otherwise }: OfKind<'gap'>): Choice[] =>
  [
    { text: `“${words?.[0] ?? number}”`, note: `Right. ${feedback}` },
    ...mistakes.map((mistake) => ({ text: `“${mistake.words[0]}”`, note: `Not right. ${mistake.feedback}` })),
    { text: 'Anything else', note: `Not right. ${otherwise}` },
  ].map((filling) => ({ label: '•', ...filling }))

/** Without a panel there is one author’s expectation, which carries a direction and judges nobody. */
function shiftOf({ panel, expected, feedback }: OfKind<'script-concordance'>, shift: Shift, index: number): Choice {
  const judges = panel
    ? [
        isSharedByPanel(panel.counts, shift) ? 'Right.' : 'Not right.',
        `${countOf(panel.counts, shift)} of ${panel.members} on the panel chose it.`,
      ]
    : shift === expected
      ? ['What the author expects.']
      : []
  return {
    label: letter(index),
    text: `${shiftNumber(shift)}: ${shiftWords[shift]}`,
    note: [...judges, feedback[`${shift}`]].join(' '),
  }
}
