import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { TypedAnswer } from './answer-fields.server.ts'
import { MatchChoice } from './match-choice.tsx'
import { OrderChoice } from './order-choice.tsx'
import { questionAnchor } from './place.ts'
import { QuestionStem, SentenceWithGap } from './question-stem.tsx'
import type { OpenQuestion, Stem } from './question-view.ts'

type AnswerFieldProps = {
  question: Pick<OpenQuestion, 'id' | 'prompt' | 'stem' | 'options'>
  errors: readonly string[]
  typed: TypedAnswer | undefined
}

/** What a question is answered in, by its kind. Each is a field of a plain form: it needs neither a script nor a mouse. */
export function AnswerField({ question: { id, prompt, stem, options }, errors, typed }: AnswerFieldProps) {
  const field = { id: `${questionAnchor(id)}-answer`, label: prompt, errors }
  switch (stem.kind) {
    case 'order':
      return <OrderChoice {...field} hint="Number the steps from first to last." steps={options} typed={typed} />
    case 'match':
      return <MatchChoice {...field} lines={options} answers={stem.answers} typed={typed} />
    case 'gap':
      return (
        <TextField
          {...field}
          name="text"
          label={
            <>
              {prompt} <SentenceWithGap sentence={stem.sentence} />
            </>
          }
          hint={stem.isNumber ? 'A number, in figures.' : undefined}
          inputMode={stem.isNumber ? 'decimal' : undefined}
          defaultValue={typed?.text}
          autoComplete="off"
          spellCheck={false}
          className="max-w-80"
        />
      )
    default:
      return (
        <ChoiceGroup
          {...field}
          name="choice"
          about={isBare(stem) ? undefined : <QuestionStem stem={stem} />}
          kind={stem.kind === 'multiple' ? 'checkbox' : 'radio'}
          hint={hintFor(stem, prompt)}
          choices={options.map((option) => ({ value: option.id, label: option.text }))}
          defaultValue={typed?.choice}
        />
      )
  }
}

/** Asks all that it asks in its prompt. */
const isBare = ({ kind }: Stem) => kind === 'single' || kind === 'multiple'

function hintFor({ kind }: Stem, prompt: string): string | undefined {
  if (kind === 'script-concordance') return 'The thought becomes:'
  return kind === 'multiple' && !/all that apply/i.test(prompt) ? 'Choose all that apply.' : undefined
}
