import { useEffect, useRef } from 'react'
import { type Answers, answerField, gateOf, isGateChoice } from '#app/features/assessment/answers.ts'
import type { Draft } from '#app/features/drafts/use-draft.ts'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { gateWords } from '#app/ui/gate-answer.tsx'
import { errorsOf } from './hand-in.tsx'

type GateFieldProps = {
  question: string
  draft: Pick<Draft<Answers>, 'body' | 'change' | 'generation'>
  errors: Readonly<Record<string, string>>
}

/** Asked before the steps: going through them while the patient is overwhelmed is an error of its own. */
export function GateField({ question, draft, errors }: GateFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  const choose = (value: string | undefined) =>
    isGateChoice(value) && draft.change((answers) => ({ ...answers, gate: value }))
  const choseBefore = useRef(choose)
  const saved = useRef(gateOf(draft.body))
  useEffect(() => {
    // What was chosen before the page's scripts had come.
    const chosen = place.current?.querySelector<HTMLInputElement>('input:checked')?.value
    if (chosen !== saved.current) choseBefore.current(chosen)
  }, [])
  return (
    <div ref={place} onChange={(event) => choose((event.target as HTMLInputElement).value)}>
      <ChoiceGroup
        key={draft.generation}
        name={answerField.gate}
        label="Would you go on?"
        hint={question}
        required
        choices={Object.entries(gateWords).map(([value, label]) => ({ value, label }))}
        defaultValue={gateOf(draft.body)}
        errors={errorsOf(errors, answerField.gate)}
      />
    </div>
  )
}
