import type { FormEvent } from 'react'
import { type MarkFaults, type MarkFields, markField } from '#app/domain/mark-form.ts'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import type { Draft } from '#app/features/drafts/use-draft.ts'
import type { ShownScript } from '#app/features/marking/shown-script.server.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CriticalErrors } from './critical-errors.tsx'
import { DecisionPreview } from './decision-preview.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { MarkBar } from './mark-bar.tsx'
import { MarkSummary } from './mark-summary.tsx'
import { PlainPassages } from './plain-passages.tsx'
import { Criterion, GlobalRating, OverallComment } from './rating-sections.tsx'

type MarkFormProps = {
  rubric: ShownRubric
  script: ShownScript
  draft: Draft<MarkFields>
  faults: MarkFaults
  vault: { account: string; key: string }
}

/**
 * The rubric to be filled in. Its fields are plain inputs that the browser keeps; the draft reads all of them whenever one
 * changes, and the page without scripts sends the same form.
 */
export function MarkForm({ rubric, script, draft, faults, vault }: MarkFormProps) {
  const form = { fields: draft.body, faults }
  const keep = (event: FormEvent<HTMLFormElement>) => draft.change(fieldsOf(event.currentTarget))
  return (
    <>
      <h2 className="text-2xl">Your mark</h2>
      <p className="mt-2 text-ink-muted">
        Comments are for the trainee. They are needed below level 4, where a criterion is not rateable, and on the
        whole.
      </p>
      <FaultSummary rubric={rubric} faults={faults} />
      <DraftCompare draft={draft} show={(body) => <MarkSummary rubric={rubric} fields={body} />} />
      <MarkBar rubric={rubric} draft={draft} />
      <DraftForm
        draft={draft}
        method="post"
        onChange={keep}
        key={draft.generation}
        className="grid gap-12 [&_:is(input,textarea,button)]:scroll-my-32"
      >
        <input type="hidden" name="draftVersion" value={draft.version} />
        <input type="hidden" name={markField.anchors} value={draft.body[markField.anchors] ?? ''} />
        {rubric.criteria.map((criterion, index) => (
          <Criterion key={criterion.id} criterion={criterion} number={index + 1} {...form} />
        ))}
        <GlobalRating global={rubric.global} {...form} />
        <CriticalErrors errors={rubric.criticalErrors} {...form} />
        <OverallComment {...form} />
        <PlainPassages answers={script.stages.flatMap(({ answers }) => answers)} criteria={rubric.criteria} />
        <DecisionPreview rubric={rubric} fields={draft.body} />
        <div className="grid justify-items-start gap-3">
          <div className="flex flex-wrap gap-4">
            <Button name="intent" value="lock">
              Lock this mark
            </Button>
            <Button name="intent" value="lock-next" variant="secondary">
              Lock and take the next
            </Button>
            <noscript>
              <Button name="intent" value="save" variant="secondary">
                Save it for later
              </Button>
            </noscript>
          </div>
          <p className="text-ink-muted text-sm">A locked mark is kept for ever and cannot be changed.</p>
        </div>
      </DraftForm>
      <SignOutGuard vault={vault} draft={draft} />
    </>
  )
}

function fieldsOf(form: HTMLFormElement): MarkFields {
  const { intent: _, draftVersion: __, ...fields } = Object.fromEntries(new FormData(form))
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
}
