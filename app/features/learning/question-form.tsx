import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import type { TypedAnswer } from './answer-fields.server.ts'
import { OrderChoice } from './order-choice.tsx'
import { questionAnchor } from './place.ts'
import type { QuestionView } from './question-view.ts'

const hints = { single: undefined, multiple: 'Choose all that apply.', order: 'Number the steps from first to last.' }

type QuestionFormProps = {
  question: QuestionView
  action: string
  /** What is sent beside the answer. */
  hidden: Record<string, string>
  refused: { fault: string; typed: TypedAnswer } | undefined
}

/** One question, waiting for an answer. */
export function QuestionForm({ question, action, hidden, refused }: QuestionFormProps) {
  const { id, kind, prompt, options } = question
  const field = {
    id: `${questionAnchor(id)}-answer`,
    label: prompt,
    hint: /all that apply/i.test(prompt) ? undefined : hints[kind],
    errors: refused ? [refused.fault] : [],
  }
  return (
    <form method="post" action={action} className="grid gap-5">
      {Object.entries({ ...hidden, question: id }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
