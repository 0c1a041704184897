import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import { COUNTERSIGNING } from '#app/features/portfolio/ask-button.tsx'
import type { OwnSignable } from '#app/features/portfolio/view-own-countersigning.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, typedIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { OwnEntryTitle } from './own-entry-title.tsx'

type AskFormProps = {
  entries: readonly OwnSignable[]
  supervisors: readonly { id: string; name: string }[]
  fault: FormFault | undefined
}

/** What nobody was asked to sign yet. */
export function AskForm({ entries, supervisors, fault }: AskFormProps) {
  if (entries.length === 0)
    return (
      <EmptyState title="Nothing new to ask for">
        What you add to your cases and your supervision stands here until you ask for its signature.
      </EmptyState>
    )
  const fresh = entries.filter(({ isUnderWay, signature }) => !isUnderWay && signature === 'none').length
  const ticked = new Set([fault?.values.entry ?? []].flat())
  return (
    <section aria-labelledby="to-ask">
      <h2 id="to-ask" className="mb-4 text-2xl">
        Not asked for yet <span className="text-ink-muted">{entries.length}</span>
      </h2>
      <Form method="post" action={COUNTERSIGNING} className="grid gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <ul id="entry" className="grid border-line border-b">
          {entries.map((entry) => (
            <li key={entry.id} className="flex gap-3 border-line border-t py-3">
              <input
                type="checkbox"
                className="choice"
                id={`ask-${entry.id}`}
                name="entry"
                value={entry.id}
                defaultChecked={ticked.has(entry.id)}
              />
              <label htmlFor={`ask-${entry.id}`} className="min-w-0">
                <OwnEntryTitle entry={entry} />
                <span className="block text-ink-muted text-sm">{noteOn(entry)}</span>
              </label>
            </li>
          ))}
        </ul>
        {entries.some(({ kind }) => kind === 'case') && (
          <div className="max-w-form">
            <SelectField
              name="caseSupervisor"
              label="Supervisor for the cases"
              hint="A session of supervision goes to the supervisor whom it names."
              placeholder="Choose a supervisor"
              options={supervisors.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={typedIn(fault, 'caseSupervisor')}
            />
          </div>
        )}
        <div className="flex flex-wrap gap-3">
          {fresh > 0 && (
            <Button name="intent" value="ask-new">
              {inNumber(fresh, { one: 'Ask for the 1 that is new', other: 'Ask for all {n} that are new' })}
            </Button>
          )}
          <Button name="intent" value="ask" variant={fresh > 0 ? 'secondary' : 'primary'}>
            Ask for those ticked
          </Button>
        </div>
        {entries.some(({ isUnderWay }) => isUnderWay) && (
          <p className="max-w-measure text-ink-muted text-sm">
            {fresh > 0 && 'A case under way is not among those that are new. '}
            Each further session of a case under way takes its signature away, so ask for it best at its end.
          </p>
        )}
      </Form>
    </section>
  )
}

function noteOn({ kind, supervisorName, signature, isUnderWay, isSignatureVoided }: OwnSignable): string {
  const notes = [
    kind === 'supervision' && `With ${supervisorName ?? 'a supervisor who was never approved'}`,
    isUnderWay && 'Under way',
    signature === 'refused' && `Refused by ${supervisorName ?? 'its supervisor'}: another supervisor may be asked`,
    isSignatureVoided && 'The signature of an earlier version went with a correction',
  ]
  return notes.filter(Boolean).join('. ')
}
