import type { ApplicationPage } from '#app/features/accreditation/view-applications.server.ts'
import { typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Status } from '#app/ui/tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'

type StaffChecksProps = {
  application: Pick<ApplicationPage, 'checks'>
  checks: ApplicationPage['staffChecks']
  zone: string
  mayCheck: boolean
  fault: ScreenFault | undefined
}

/** What the pathway leaves to staff, such as looking a registration up: each with what was found and when. */
export function StaffChecks({ application, checks, zone, mayCheck, fault }: StaffChecksProps) {
  if (checks.length === 0) return null
  return (
    <section aria-labelledby="checks" className="grid gap-6">
      <h2 id="checks" className="text-2xl">
        For staff to look at
      </h2>
      {checks.map(({ id, title, checks: what, isDone }) => {
        const mine = fault?.values.intent === 'check' && fault.values.requirement === id ? fault : undefined
        return (
          <div key={id} className="grid gap-3 border-line border-t pt-5">
            <div className="flex flex-wrap items-baseline gap-3">
              <h3 className="text-lg">{title}</h3>
              <Status status={isDone ? 'met' : 'waiting'}>{isDone ? 'In order' : 'To be looked at'}</Status>
            </div>
            <p className="text-ink-muted">{what}</p>
            <Found rows={application.checks.filter(({ requirementId }) => requirementId === id)} zone={zone} />
            {mayCheck && (
              <details open={Boolean(mine)}>
                <summary className="min-h-8 cursor-pointer text-primary">Record what you found</summary>
                <CheckForm requirement={id} fault={mine} />
              </details>
            )}
          </div>
        )
      })}
    </section>
  )
}

const Found = ({ rows, zone }: { rows: ApplicationPage['checks']; zone: string }) =>
  rows.length > 0 && (
    <ul className="grid gap-1">
      {rows.map(({ on, isAccepted, note, by }) => (
        <li key={`${on} ${by} ${note}`} className="wrap-anywhere">
          <Time value={on} zone={zone} style="short-date" />: {isAccepted ? 'in order' : 'not in order'}, {by}. {note}
        </li>
      ))}
    </ul>
  )

function CheckForm({ requirement, fault }: { requirement: string; fault: ScreenFault | undefined }) {
  const typed = (name: string) => typedIn(fault, name)
  return (
    <form method="post" className="mt-4 grid max-w-form gap-5">
      <IdentifierReview fault={fault} />
      <input type="hidden" name="requirement" value={requirement} />
      <ChoiceGroup
        name="outcome"
        id={`outcome-${requirement}`}
        label="What did you find?"
        choices={[
          { value: 'yes', label: 'In order' },
          { value: 'no', label: 'Not in order' },
        ]}
        defaultValue={typed('outcome')}
        errors={fault?.errors.outcome}
        required
      />
      <DateField
        name="on"
        id={`on-${requirement}`}
        label="Looked up on"
        defaultValue={typed('on')}
        errors={fault?.errors.on}
        required
      />
      <TextField
        name="note"
        id={`note-${requirement}`}
        label="Note"
        hint="Where you looked and what you found; needed where it is not in order."
        defaultValue={typed('note')}
        errors={fault?.errors.note}
      />
      <div>
        <Button name="intent" value="check">
          Record it
        </Button>
      </div>
    </form>
  )
}
