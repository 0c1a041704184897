import { type MarkFaults, markFieldNames } from '#app/domain/mark-form.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

/** Why the mark cannot be locked yet, each fault leading to its field; one that has no field stands for the whole. */
export function FaultSummary({ rubric, faults }: { rubric: ShownRubric; faults: MarkFaults }) {
  const names = new Set(markFieldNames(rubric))
  const errors = Object.entries(faults).map(([name, message]) => ({ id: names.has(name) ? name : '', message }))
  return (
    <div className="mt-6 empty:hidden">
      <ErrorSummary errors={errors} title="This mark cannot be locked yet" />
    </div>
  )
}
