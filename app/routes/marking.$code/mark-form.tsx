import type { FormEvent } from 'react'
import type { MarkFaults, MarkFields } from '#app/domain/mark-form.ts'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { DraftStatus } from '#app/features/drafts/draft-status.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import type { ScriptView } from '#app/features/marking/view-script.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CriticalErrors } from './critical-errors.tsx'
import { DecisionPreview } from './decision-preview.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { MarkSummary } from './mark-summary.tsx'
import { Criterion, GlobalRating, OverallComment } from './rating-sections.tsx'
import { SectionNavigation } from './section-navigation.tsx'

type MarkFormProps = {
  view: ScriptView
  vault: { account: string; key: string }
  timeZone: string
  /** What came back when the mark could not be locked. */
  refused: RefusedMark | undefined
}

type RefusedMark = { faults: MarkFaults; typed: MarkFields; draftVersion: number }

/**
 * The rubric to be filled in. Its fields are plain inputs that the browser keeps; the draft reads all of them whenever one
 * changes, and the page without scripts sends the same form.
 */
export function MarkForm({ view: { code, rubric, draft: saved }, vault, timeZone, refused }: MarkFormProps) {
  const current = refused && refused.draftVersion >= (saved?.version ?? 0) ? refused : undefined
  const draft = useDraft<MarkFields>({
    kind: 'mark',
    subject: code,
    saved,
    initial: {},
    typed: current?.typed,
    vault,
    timeZone,
  })
  const form = { fields: draft.body, faults: current?.faults ?? {} }
  const keep = (event: FormEvent<HTMLFormElement>) => draft.change(fieldsOf(event.currentTarget))
  return (
    <>
      <h2 className="text-2xl">Your mark</h2>
      <p className="mt-2 text-ink-muted">
        Comments are for the trainee. They are needed below level 4, where a criterion is not rateable, and on the
        whole.
      </p>
      <FaultSummary rubric={rubric} faults={form.faults} />
      <DraftCompare draft={draft} show={(body) => <MarkSummary rubric={rubric} fields={body} />} />
      <div className="sticky top-16 z-10 lg:top-0 mt-4 mb-8 border-line border-b bg-paper pb-2 print:hidden">
        <SectionNavigation rubric={rubric} fields={draft.body} />
        <div className="noscript:hidden">
          <DraftStatus draft={draft} />
        </div>
      </div>
      <DraftForm
        draft={draft}
        method="post"
        onChange={keep}
        key={draft.generation}
        className="grid gap-12 [&_:is(input,textarea,button)]:scroll-my-32"
      >
        <input type="hidden" name="draftVersion" value={draft.version} />
        {rubric.criteria.map((criterion, index) => (
          <Criterion key={criterion.id} criterion={criterion} number={index + 1} {...form} />
        ))}
        <GlobalRating global={rubric.global} {...form} />
        <CriticalErrors errors={rubric.criticalErrors} {...form} />
        <OverallComment {...form} />
        <DecisionPreview rubric={rubric} fields={draft.body} />
        <div className="grid justify-items-start gap-3">
          <Button name="intent" value="lock">
            Lock this mark
          </Button>
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
