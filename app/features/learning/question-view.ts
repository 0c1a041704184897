import type { Question } from '#app/content/course-schema.ts'
import type { LastAnswer } from '#app/db/study.server.ts'
import { shownOptions } from '#app/domain/retrieval.ts'

type Asked = { id: string; kind: Question['kind']; prompt: string }

/** A question that waits for an answer: nothing in it tells which option is right. */
export type OpenQuestion = Asked & { isAnswered: false; options: { id: string; text: string }[] }

export type AnsweredOption = {
  id: string
  text: string
  feedback: string
  isChosen: boolean
  isRight: boolean
  /** Where the step stands, counted from 1; of `order` questions only. */
  position?: number
}

/** A question as it was answered, with what there is to say on every option. */
export type AnsweredQuestion = Asked & {
  isAnswered: true
  isCorrect: boolean
  explanation: string
  options: AnsweredOption[]
}

export type QuestionView = OpenQuestion | AnsweredQuestion

type Standing = {
  /** Shuffles steps that are to be put in order. */
  seed: string
  answer: Pick<LastAnswer, 'chosen' | 'isCorrect'> | undefined
}

export function questionView(question: Question, { seed, answer }: Standing): QuestionView {
  const { id, kind, prompt, explanation } = question
  const asked = { id, kind, prompt }
  // An answer to options that a later version of the course no longer has cannot be shown: it is asked anew.
  const isCurrent = answer?.chosen.every((chosen) => question.options.some((option) => option.id === chosen))
  if (answer && isCurrent)
    return { ...asked, isAnswered: true, isCorrect: answer.isCorrect, explanation, options: answered(question, answer) }
  const options = shownOptions(question, `${seed} ${id}`).map((option) => ({ id: option.id, text: option.text }))
  return { ...asked, isAnswered: false, options }
}

function answered(question: Question, { chosen }: Pick<LastAnswer, 'chosen'>): AnsweredOption[] {
  if (question.kind !== 'order')
    return question.options.map(({ id, text, feedback, correct }) => {
      return { id, text, feedback, isChosen: chosen.includes(id), isRight: correct }
    })
  // In the order that was chosen, each with the place where it belongs.
  return chosen.flatMap((id, place) => {
    const position = question.options.findIndex((option) => option.id === id)
    const option = question.options[position]
    if (!option) return []
    const { text, feedback } = option
    return [{ id, text, feedback, isChosen: true, isRight: position === place, position: position + 1 }]
  })
}
