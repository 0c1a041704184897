import { EXPERTISE, EXPERTISE_CHARACTERS } from '#app/domain/keyed/panel-answer.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** What makes a member an expert, in their own words. */
export const ExpertiseField = ({ value, error }: { value: string; error: string | undefined }) => (
  <div className="max-w-form">
    <TextField
      name={EXPERTISE}
      label="What makes you an expert here"
      hint="In a line, for whoever relies on this panel: profession, training, years of practice."
      defaultValue={value}
      errors={error ? [error] : undefined}
      maxLength={EXPERTISE_CHARACTERS}
      required
    />
  </div>
)

/** There is nothing to press once the panel has closed. */
export function GiveAnswer({ closed, hasAnswered }: { closed: string | null; hasAnswered: boolean }) {
  if (closed) return null
  return (
    <div className="grid gap-3 border-line border-t pt-6">
      <div className="flex flex-wrap gap-4">
        <Button name="intent" value="answer">
          {hasAnswered ? 'Give this judgement instead' : 'Give your judgement'}
        </Button>
        <noscript>
          <Button name="intent" value="save" variant="secondary" formNoValidate>
            Save it for later
          </Button>
        </noscript>
      </div>
      <p className="max-w-measure text-ink-muted text-sm">
        You can change it until the panel closes. Nobody is shown your answer by itself; it counts together with those
        of the others.
      </p>
    </div>
  )
}
