import type { Question } from '#app/content/question-schema.ts'
import { countOf, SHIFTS, type Shift } from '#app/domain/keyed/concordance.ts'
import { shiftNumber, shiftWords } from '#app/domain/keyed/shift-words.ts'
import { fillsGap, isSame } from '#app/domain/retrieval/gap.ts'
import { isSharedByPanel } from '#app/domain/retrieval/is-right.ts'
import { answersByLine } from '#app/domain/retrieval/match.ts'
import { MODES, modeWords } from '#app/domain/retrieval/modes.ts'

export type AnsweredOption = {
  id: string
  text: string
  /** Whose it is and whether it is right, as a sentence; empty where nothing is to be said. */
  verdict: string
  feedback: string
  isChosen: boolean
  isRight: boolean
}

type OfKind<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>

/** What there is to say on every option, pair or gap of a question once it is answered. */
export function answeredOptions(question: Question, chosen: readonly string[]): AnsweredOption[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ id, text, feedback, correct }) => {
        const [isChosen, isRight] = [chosen.includes(id), correct]
        return { id, text, feedback, isChosen, isRight, verdict: verdict(question.kind, isChosen, isRight) }
      })
    case 'mode':
      return MODES.map((id) => {
        const [isChosen, isRight] = [chosen.includes(id), id === question.mode]
        const feedback = question.feedback[id]
        return { id, text: modeWords[id], feedback, isChosen, isRight, verdict: verdict('single', isChosen, isRight) }
      })
    case 'order':
      return stepsInPlace(question, chosen)
    case 'match':
      return pairs(question, chosen)
    case 'gap':
      return [filledGap(question, chosen[0] ?? '')]
    case 'script-concordance':
      return SHIFTS.map((shift) => shiftOption(question, shift, Number(chosen[0])))
  }
}

function verdict(kind: 'single' | 'multiple', isChosen: boolean, isRight: boolean): string {
  if (isChosen) return isRight ? 'Your answer, and right.' : 'Your answer, and not right.'
  if (!isRight) return ''
  return kind === 'single' ? 'The right answer.' : 'Right, and left out.'
}

/** In the order that was chosen, each with the place where it belongs. */
const stepsInPlace = ({ options }: OfKind<'order'>, chosen: readonly string[]): AnsweredOption[] =>
  chosen.flatMap((id, place) => {
    const position = options.findIndex((option) => option.id === id)
    const option = options[position]
    if (!option) return []
    const isRight = position === place
    const told = isRight
      ? `In its place, ${position + 1}.`
      : `You put it at ${place + 1}; it stands at ${position + 1}.`
    return [{ id, text: option.text, feedback: option.feedback, isChosen: true, isRight, verdict: told }]
  })

function pairs({ lines, answers }: OfKind<'match'>, chosen: readonly string[]): AnsweredOption[] {
  const byLine = answersByLine(chosen)
  const words = (answer: string | undefined) => answers.find(({ id }) => id === answer)?.text ?? ''
  return lines.map(({ id, text, answer, feedback }) => {
    const isRight = byLine[id] === answer
    const told = isRight
      ? `Right: “${words(answer)}”.`
      : `You chose “${words(byLine[id])}”; it goes with “${words(answer)}”.`
    return { id, text, feedback, isChosen: true, isRight, verdict: told }
  })
}

function filledGap(question: OfKind<'gap'>, typed: string): AnsweredOption {
  const isRight = fillsGap(question, typed)
  const mistake = question.mistakes.find(({ words }) => words.some((word) => isSame(word, typed)))
  const text = question.sentence.replace('___', () => `“${typed}”`)
  return {
    ...{ id: 'gap', text, isChosen: true, isRight },
    verdict: isRight ? 'Your answer, and right.' : `The gap is filled by “${question.words?.[0] ?? question.number}”.`,
    feedback: isRight ? question.feedback : (mistake?.feedback ?? question.otherwise),
  }
}

function shiftOption({ panel, expected, feedback }: OfKind<'script-concordance'>, shift: Shift, given: number) {
  const isChosen = shift === given
  const isRight = panel ? isSharedByPanel(panel.counts, shift) : Math.sign(shift) === Math.sign(expected ?? 0)
  const judges = panel
    ? `${countOf(panel.counts, shift)} of ${panel.members} on the panel chose it.`
    : shift === expected
      ? 'What the author expects.'
      : ''
  return {
    ...{ id: String(shift), text: `${shiftNumber(shift)}: ${shiftWords[shift]}`, isChosen, isRight },
    verdict: [isChosen ? 'Your answer.' : '', judges].filter(Boolean).join(' '),
    feedback: feedback[`${shift}`],
  }
}
