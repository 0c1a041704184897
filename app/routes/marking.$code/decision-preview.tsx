import { foretellDecision, type MarkFields } from '#app/domain/mark-form.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { MarkDecision } from '#app/ui/mark-decision.tsx'

/** What the rule says of the levels chosen so far: worked out in the browser as they change, and again when the mark is locked. */
export function DecisionPreview({ rubric, fields }: { rubric: ShownRubric; fields: MarkFields }) {
  const foretold = foretellDecision(rubric, fields)
  return (
    <section id="decision" aria-labelledby="decision-title" className="scroll-mt-24 border-line border-y py-5">
      <h3 id="decision-title" className="mb-3 text-xl">
        By the rule
      </h3>
      {'missing' in foretold ? (
        <p className="text-ink-muted">Still to be rated: {foretold.missing.join(', ')}.</p>
      ) : (
        <MarkDecision isLive decision={foretold} />
      )}
    </section>
  )
}
