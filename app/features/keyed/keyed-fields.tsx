import type { KeyedQuestion } from '#app/content/keyed-question.ts'
import type { KeyedAnswers } from '#app/domain/keyed/answers.ts'
import { CodingField } from './coding-field.tsx'
import { ConcordanceField } from './concordance-field.tsx'
import { JudgementField } from './judgement-field.tsx'
import type { ReasonsSoFar } from './reason-field.tsx'

type KeyedFieldsProps = {
  question: KeyedQuestion
  answers: KeyedAnswers
  /** For what is no field of the form by itself: the form's own change tells of the others. */
  onChange: (answers: KeyedAnswers) => void
  errors: Readonly<Record<string, string>>
  reasons?: ReasonsSoFar
}

/** The fields of an answer that a key scores, by kind. */
export function KeyedFields({ question, answers, onChange, errors, reasons }: KeyedFieldsProps) {
  if (question.kind === 'annotate' && answers.kind === question.kind)
    return <CodingField question={question} answer={answers} {...{ onChange, errors, reasons }} />
  if (question.kind === 'script-concordance' && answers.kind === question.kind)
    return <ConcordanceField question={question} answer={answers} {...{ errors, reasons }} />
  if (question.kind === 'situational-judgement' && answers.kind === question.kind)
    return <JudgementField question={question} answer={answers} {...{ errors, reasons }} />
  return null
}
