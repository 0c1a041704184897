import { Form } from 'react-router'
import type { MarkFaults, MarkFields } from '#app/domain/mark-form.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { CriticalErrors } from '../marking.$code/critical-errors.tsx'
import { Criterion, errorsOf, GlobalRating, OverallComment } from '../marking.$code/rating-sections.tsx'
import { SendButton } from './send-button.tsx'

type ProposalFormProps = { code: string; rubric: ShownRubric; fields: MarkFields; faults: MarkFaults; note: string }

/** The rubric once more, filled in with what the two agree on and with both their words. */
export function ProposalForm({ code, rubric, note, ...form }: ProposalFormProps) {
  return (
    <details open={Object.keys(form.faults).length > 0} className="border-line border-t pt-4">
      <summary className="min-h-8 text-primary">Propose a mark</summary>
      <Form method="post" className="mt-4 grid gap-12">
        <EnterSendsNothing />
        <KeptForm form="proposal" subject={code} />
        <p className="max-w-measure">
          The levels on which you agree are filled in, and the comments hold what both of you wrote: make them one.
        </p>
        {rubric.criteria.map((criterion, index) => (
          <Criterion key={criterion.id} criterion={criterion} number={index + 1} {...form} />
        ))}
        <GlobalRating global={rubric.global} {...form} />
        <CriticalErrors errors={rubric.criticalErrors} {...form} />
        <OverallComment {...form} />
        <TextArea
          name="note"
          label="A word to the other marker (optional)"
          rows={3}
          defaultValue={note}
          errors={errorsOf(form.faults.note)}
        />
        <div>
          <SendButton intent="propose">Propose this mark</SendButton>
        </div>
      </Form>
    </details>
  )
}
