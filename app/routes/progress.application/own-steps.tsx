import type { ApplicationState } from '#app/domain/application.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { typedIn, wholeErrorsOf } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Time } from '#app/ui/time.tsx'

type OwnStepsProps = { state: ApplicationState; appealUntil: Date | null; zone: string; fault: ScreenFault | undefined }

/** What the applicant can do with the latest application. */
export function OwnSteps({ state, appealUntil, zone, fault }: OwnStepsProps) {
  return (
    <div className="grid max-w-form gap-6">
      {!['apply', 'renew'].includes(typedIn(fault, 'intent')) && (
        <ErrorSummary errors={wholeErrorsOf(fault)} title="Nothing was sent" />
      )}
      {state === 'more_asked' && (
        <WordsForm
          intent="answer"
          label="What have you added or changed?"
          hint="Put the evidence into your portfolio first: it is handed in again as it stands when you send this."
          button="Send the answer"
          fault={fault}
        />
      )}
      {(state === 'submitted' || state === 'more_asked') && <Withdraw />}
      {appealUntil && (
        <details open={fault?.values.intent === 'appeal'}>
          <summary className="min-h-8 cursor-pointer text-primary">Appeal against the refusal</summary>
          <p className="my-3 max-w-measure">
            Until <Time value={appealUntil} zone={zone} style="date-time" />, on procedure, bias or new evidence; not on
            the judgement itself. Somebody decides it who had no part in the refusal.
          </p>
          <WordsForm
            intent="appeal"
            label="What was not as it should be?"
            hint="What happened, and why it matters for the decision."
            button="Send the appeal"
            fault={fault}
          />
        </details>
      )}
    </div>
  )
}

type WordsFormProps = { intent: string; label: string; hint: string; button: string; fault: ScreenFault | undefined }

function WordsForm({ intent, label, hint, button, fault: given }: WordsFormProps) {
  const fault = given?.values.intent === intent ? given : undefined
  return (
    <form method="post" className="grid gap-5">
      <KeptForm form="own-application" subject={intent} />
      <IdentifierReview fault={fault} />
      <TextArea
        name="text"
        id={`text-${intent}`}
        label={label}
        hint={hint}
        rows={6}
        maxLength={5000}
        defaultValue={typedIn(fault, 'text')}
        errors={fault?.errors.text}
        required
      />
      <div>
        <Button name="intent" value={intent}>
          {button}
        </Button>
      </div>
    </form>
  )
}

const Withdraw = () => (
  <details>
    <summary className="min-h-8 cursor-pointer text-primary">Withdraw this application</summary>
    <form method="post" className="mt-3 grid justify-items-start gap-3">
      <p className="max-w-measure">It stays on record as withdrawn. You can apply again at any time.</p>
      <Button variant="danger" name="intent" value="withdraw">
        Withdraw it
      </Button>
    </form>
  </details>
)
