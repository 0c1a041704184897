import { DECLARATIONS } from '#app/domain/attempts.ts'
import { answerField } from '#app/features/assessment/answers.ts'
import { type Asked, isLastStage } from '#app/features/assessment/asked.ts'
import { NOT_MY_NAME } from '#app/features/assessment/declarations.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { Notice } from '#app/ui/notice.tsx'

const declarations = [
  { field: answerField.ownWork, label: DECLARATIONS.ownWork },
  { field: answerField.noPatient, label: DECLARATIONS.noPatient },
]

type HandInProps = {
  closed: string | null
  asked: Asked
  errors: Readonly<Record<string, string>>
  /** Fields that were ticked already, when the form came back. */
  declared: readonly string[]
  /** Whether the writer's own name seems to stand in the answer. */
  isNamed: boolean
}

/** What is declared and the button, or why there is none. Saving by hand is for pages without scripts only. */
export function HandIn({ closed, asked, errors, declared, isNamed }: HandInProps) {
  if (closed)
    return (
      <Notice kind="caution" title={closed}>
        <p>What you wrote is still here. Your training lead can tell you whether there is another date.</p>
      </Notice>
    )
  const isLast = isLastStage(asked)
  return (
    <fieldset className="grid gap-4 border-line border-t pt-6">
      <legend className="sr-only">Before you {isLast ? 'submit' : 'go on'}</legend>
      <div>
        {isNamed && (
          <CheckboxField
            name={answerField.notMyName}
            label={NOT_MY_NAME}
            hint="Markers see “[name]” wherever your name stands. Tick this to go on with the text as it is."
            defaultChecked={declared.includes(answerField.notMyName)}
          />
        )}
        {isLast &&
          declarations.map(({ field, label }) => (
            <CheckboxField
              key={field}
              name={field}
              label={label}
              required
              defaultChecked={declared.includes(field)}
              errors={errorsOf(errors, field)}
            />
          ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button name="intent" value={isLast ? 'submit' : 'lock'}>
          {isLast ? 'Submit your answer' : 'Lock this answer and go on'}
        </Button>
        <noscript>
          <Button name="intent" value="save" variant="secondary" formNoValidate>
            Save it for later
          </Button>
        </noscript>
      </div>
      <p className="max-w-measure text-ink-muted text-sm">
        {isLast
          ? 'A submitted answer is kept as it is and cannot be changed. A training lead reads it under a code, without your name.'
          : 'A locked answer stands as it is: you then see what was said next, and cannot come back to it.'}
      </p>
    </fieldset>
  )
}

export const errorsOf = (errors: Readonly<Record<string, string>>, field: string): string[] | undefined =>
  errors[field] ? [errors[field]] : undefined
