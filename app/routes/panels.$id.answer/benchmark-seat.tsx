import type { FormEvent } from 'react'
import { EXPERTISE } from '#app/domain/keyed/panel-answer.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import { DraftBar } from '#app/features/drafts/draft-bar.tsx'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import { textFieldsOf } from '#app/features/keyed/text-fields.ts'
import type { RefusedSeat } from '#app/features/panels/read-seat.server.ts'
import { CriticalErrors } from '#app/routes/marking.$code/critical-errors.tsx'
import { MarkSummary } from '#app/routes/marking.$code/mark-summary.tsx'
import { Criterion, GlobalRating, OverallComment } from '#app/routes/marking.$code/rating-sections.tsx'
import { ScriptPanel } from '#app/routes/marking.$code/script-panel.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ExpertiseField, GiveAnswer } from './seat-parts.tsx'
import type { ShownBenchmarkSeat } from './shown-seat.server.ts'

type BenchmarkSeatProps = {
  seat: ShownBenchmarkSeat
  vault: { account: string; key: string }
  timeZone: string
  refused: Extract<RefusedSeat, { form: 'benchmark' }> | undefined
}

/** The rubric beside the answer, as a marker has it, with a reason asked for every level. */
export function BenchmarkSeat({ seat, vault, timeZone, refused }: BenchmarkSeatProps) {
  const { panelId, rubric, closed } = seat
  const draft = useDraft<MarkFields>({
    kind: 'panel',
    subject: panelId,
    saved: seat.draft,
    initial: seat.initial,
    typed: refused?.typed ?? undefined,
    newer: refused?.newer,
    vault,
    timeZone,
  })
  const errors = refused?.errors ?? {}
  const form = { fields: draft.body, faults: errors }
  const keep = (event: FormEvent<HTMLFormElement>) => draft.change(fieldsOf(event.currentTarget))
  return (
    <>
      <ErrorSummary
        title="Your judgement is not in yet"
        errors={Object.entries(errors).map(([id, message]) => ({ id, message }))}
      />
      <DraftCompare draft={draft} show={(fields) => <MarkSummary rubric={rubric} fields={fields} />} />
      <div className="grid items-start gap-x-10 gap-y-section lg:grid-cols-[5fr_6fr]">
        <ScriptPanel script={seat.script} />
        <section aria-label="Your judgement" className="min-w-0">
          <p className="mb-4 text-ink-muted">
            Mark the answer on the rubric, and say for each level why. Your reasons are read without your name.
          </p>
          <DraftBar draft={draft} />
          <DraftForm key={draft.generation} draft={draft} method="post" onChange={keep} className="grid gap-12">
            <input type="hidden" name="draftVersion" value={draft.version} />
            <ExpertiseField value={draft.body[EXPERTISE] ?? ''} error={errors[EXPERTISE]} />
            {rubric.criteria.map((criterion, index) => (
              <Criterion key={criterion.id} criterion={criterion} number={index + 1} {...form} />
            ))}
            <GlobalRating global={rubric.global} {...form} />
            <CriticalErrors errors={rubric.criticalErrors} {...form} />
            <OverallComment {...form} />
            <GiveAnswer closed={closed} hasAnswered={seat.answeredAt !== null} />
          </DraftForm>
        </section>
      </div>
      <SignOutGuard vault={vault} draft={draft} />
    </>
  )
}

function fieldsOf(form: HTMLFormElement): MarkFields {
  const { intent: _, draftVersion: __, ...fields } = textFieldsOf(form)
  return fields
}
