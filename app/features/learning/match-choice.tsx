import type { ReactNode } from 'react'
import { controlAttributes, FieldError, FieldHint } from '#app/ui/field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { TypedAnswer } from './answer-fields.server.ts'

type MatchChoiceProps = {
  id: string
  label: ReactNode
  errors: readonly string[]
  lines: readonly { id: string; text: string }[]
  answers: readonly { id: string; text: string }[]
  typed: TypedAnswer | undefined
}

const HINT = 'Choose an answer for each line. An answer may be used once, more than once, or not at all.'

/** What can be chosen, where nothing unfolds. */
function OnPaper({ answers }: Pick<MatchChoiceProps, 'answers'>) {
  return (
    <ul className="hidden list-disc ps-5 print:block">
      {answers.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}

/** Lines that are each given one of the answers. */
export function MatchChoice({ id, label, errors, lines, answers, typed }: MatchChoiceProps) {
  const answerTo = (line: string) => typed?.answer[typed.line.indexOf(line)]
  return (
    <fieldset {...controlAttributes({ id, hint: HINT, errors })} tabIndex={-1} className="grid min-w-0 gap-4">
      <legend className="mb-1.5 font-medium">{label}</legend>
      <FieldHint id={id}>{HINT}</FieldHint>
      <FieldError id={id} errors={errors} />
      <OnPaper answers={answers} />
      {lines.map((line) => (
        <div key={line.id}>
          <input type="hidden" name="line" value={line.id} />
          <SelectField
            id={`${id}-${line.id}`}
            name="answer"
            label={<span className="font-normal">{line.text}</span>}
            defaultValue={answerTo(line.id)}
            placeholder="Choose an answer"
            options={answers.map((answer) => ({ value: answer.id, label: answer.text }))}
          />
        </div>
      ))}
    </fieldset>
  )
}
