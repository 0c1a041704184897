import type { FormEvent } from 'react'
import { practiceSubject } from '#app/domain/benchmark-order.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { MarkFaults, MarkFields } from '#app/domain/mark-form.ts'
import type { JudgedRubric } from '#app/features/calibration/view-benchmark.server.ts'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import { CriticalErrors } from '#app/routes/marking.$code/critical-errors.tsx'
import { DecisionPreview } from '#app/routes/marking.$code/decision-preview.tsx'
import { FaultSummary } from '#app/routes/marking.$code/fault-summary.tsx'
import { type Desk, KeyedDesk } from '#app/routes/marking.$code/keyed-desk.tsx'
import { MarkBar } from '#app/routes/marking.$code/mark-bar.tsx'
import { MarkSummary } from '#app/routes/marking.$code/mark-summary.tsx'
import { Criterion, GlobalRating, OverallComment } from '#app/routes/marking.$code/rating-sections.tsx'
import { Button } from '#app/ui/button.tsx'

type PracticeFormProps = {
  benchmark: { slug: string; round: number; rubric: JudgedRubric; draft: SavedDraft<MarkFields> | null }
  desk: Desk
  vault: { account: string; key: string }
  timeZone: string
  /** What came back when the mark could not be locked. */
  refused: { faults: MarkFaults; typed: MarkFields; draftVersion: number } | undefined
}

/** The same rubric as for a trainee's script, with a draft that is as safe, and filled in without scripts as well. */
export function PracticeForm({ benchmark, desk, vault, timeZone, refused }: PracticeFormProps) {
  const { slug, round, rubric, draft: saved } = benchmark
  const current = refused && refused.draftVersion >= (saved?.version ?? 0) ? refused : undefined
  const subject = practiceSubject({ slug, round })
  const typed = current?.typed
  const draft = useDraft<MarkFields>({ kind: 'calibration', subject, saved, initial: {}, typed, vault, timeZone })
  const form = { fields: draft.body, faults: current?.faults ?? {} }
  const keep = (event: FormEvent<HTMLFormElement>) => draft.change(fieldsOf(event.currentTarget))
  return (
    <KeyedDesk desk={desk}>
      <h2 className="text-2xl">Your mark</h2>
      <p className="mt-2 text-ink-muted">
        Mark it as you would a trainee’s script, with the comments that you would owe them.
      </p>
      <FaultSummary rubric={rubric} faults={form.faults} />
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
        <input type="hidden" name="round" value={round} />
        {rubric.criteria.map((criterion, index) => (
          <Criterion key={criterion.id} criterion={criterion} number={index + 1} {...form} />
        ))}
        <GlobalRating global={rubric.global} {...form} />
        <CriticalErrors errors={rubric.criticalErrors} {...form} />
        <OverallComment {...form} />
        <DecisionPreview rubric={rubric} fields={draft.body} />
        <div className="grid justify-items-start gap-3">
          <Button name="intent" value="lock">
            Lock it and see the consensus
          </Button>
          <p className="text-ink-muted text-sm">A locked mark is kept and cannot be changed.</p>
        </div>
      </DraftForm>
      <SignOutGuard vault={vault} draft={draft} />
    </KeyedDesk>
  )
}

function fieldsOf(form: HTMLFormElement): MarkFields {
  const { intent: _, draftVersion: __, round: ___, ...fields } = Object.fromEntries(new FormData(form))
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
}
