import { questionAnchor } from '#app/features/learning/place.ts'
import type { QuestionView } from '#app/features/learning/question-view.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { OrderChoice } from './order-choice.tsx'
import type { Refused } from './questions.tsx'

const hints = { single: undefined, multiple: 'Choose all that apply.', order: 'Number the steps from first to last.' }

type QuestionFormProps = { question: QuestionView; path: string; refused: Refused | undefined }

/** One question, waiting for an answer. */
export function QuestionForm({ question, path, refused }: QuestionFormProps) {
  const { id, kind, prompt, options } = question
  const field = {
    id: `${questionAnchor(id)}-answer`,
    label: prompt,
    hint: /all that apply/i.test(prompt) ? undefined : hints[kind],
    errors: refused ? [refused.fault] : [],
  }
  return (
    <form method="post" action={`${path}#${questionAnchor(id)}`} className="grid gap-5">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="question" value={id} />
      {kind === 'order' ? (
        <OrderChoice {...field} steps={options} typed={refused?.typed} />
      ) : (
        <ChoiceGroup
          {...field}
          name="choice"
          kind={kind === 'single' ? 'radio' : 'checkbox'}
          choices={options.map((option) => ({ value: option.id, label: option.text }))}
          defaultValue={refused?.typed.choice}
        />
      )}
      <Button variant="secondary" className="justify-self-start">
        Check my answer
      </Button>
    </form>
  )
}
