import { typedIn, wholeErrorsOf } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

type CorrectionsProps = Route.ComponentProps['loaderData'] & { fault: ScreenFault | undefined }

/** What was asked to be put right and what came of it, and the form that asks. */
export function Corrections({ credential, zone, fault }: CorrectionsProps) {
  const { corrections, noCorrection } = credential
  if (noCorrection && corrections.length === 0) return null
  return (
    <section aria-labelledby="corrections" className="grid gap-6">
      <h2 id="corrections" className="text-2xl">
        Is your name wrong?
      </h2>
      <ul className="grid gap-4">
        {corrections.map((asked) => (
          <li key={asked.id} className="grid max-w-measure gap-1 border-line border-s-2 ps-4">
            <p className="text-ink-muted text-sm">
              Asked on <Time value={asked.askedAt} zone={zone} />
              {asked.closedAt ? (asked.isGranted ? '; corrected' : '; not corrected') : '; staff look at it'}
            </p>
            <p className="whitespace-pre-line wrap-anywhere">{asked.text}</p>
            {asked.answer && <p className="whitespace-pre-line wrap-anywhere">Answer: {asked.answer}</p>}
          </li>
        ))}
      </ul>
      {!noCorrection && <CorrectionForm credential={credential} fault={fault} />}
    </section>
  )
}

function CorrectionForm({ credential: { holderName, nameToday }, fault }: Omit<CorrectionsProps, 'zone'>) {
  return (
    <form method="post" className="grid max-w-form gap-5">
      <IdentifierReview fault={fault} />
      <ErrorSummary errors={wholeErrorsOf(fault)} title="Nothing was sent" />
      <p>
        It is printed for <bdi className="font-medium wrap-anywhere">{holderName}</bdi>. Nobody edits it: staff issue it
        again, with the name of your account, under a new number.{' '}
        {holderName === nameToday && (
          <>
            First put your name right in <a href="/settings">your settings</a>.
          </>
        )}
      </p>
      <TextArea
        name="text"
        label="What is wrong, and what should it say?"
        hint="For accreditation staff."
        rows={3}
        maxLength={1000}
        defaultValue={typedIn(fault, 'text')}
        errors={fault?.errors.text}
        required
      />
      <div>
        <Button>Ask for a correction</Button>
      </div>
    </form>
  )
}
