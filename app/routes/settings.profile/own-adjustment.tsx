import type { AdjustmentOfOneself } from '#app/features/people/adjustments.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Time } from '#app/ui/time.tsx'

/** What staff recorded about oneself: nobody who marks sees it, and one always does. */
export function OwnAdjustment({ adjustment, zone }: { adjustment: AdjustmentOfOneself; zone: string }) {
  const { extraDays, otherFormat, recordedAt } = adjustment
  return (
    <section aria-labelledby="adjustment" className="max-w-measure">
      <h2 id="adjustment" className="mb-2 text-2xl">
        Agreed with you
      </h2>
      <p className="mb-4 text-ink-muted">
        Extra days are added to every deadline by themselves. Whoever marks your work does not see any of this. If it is
        not right, write to the accreditation staff.
      </p>
      <DefinitionList
        facts={[
          { term: 'Extra days', value: String(extraDays) },
          { term: 'Another format', value: otherFormat || 'None' },
          { term: 'Recorded', value: <Time value={recordedAt} zone={zone} /> },
        ]}
      />
    </section>
  )
}
