import type { EvaluatedPart } from '#app/domain/pathway/evaluated.ts'
import type { Progress } from '#app/features/pathway/view-progress.server.ts'
import { PathwayPicture } from '#app/ui/pathway-picture.tsx'
import { RequirementDetail, type Shown } from './requirement-detail.tsx'
import { TreatmentGlance } from './treatment-glance.tsx'

/** The whole pathway as a line of requirements; each opens to its evidence. */
export function Stations({ progress }: { progress: Progress }) {
  const { requirements, next } = progress
  return (
    <section aria-label="The pathway as a picture">
      <PathwayPicture
        nextId={next?.requirementId}
        stations={requirements.map((part) => ({
          ...stationOf(part),
          children: part.kind === 'treatments' && <TreatmentGlance key={part.id} part={part} />,
          opensTo: {
            content: <Evidence key={part.id} part={part} shown={progress} />,
            isOpen: isAsked(part, next?.requirementId),
          },
        }))}
      />
    </section>
  )
}

const stationOf = ({ id, title, state, have, need, unit }: EvaluatedPart) => {
  return { id, title, state, progress: { have, need, unit } }
}

/** Where the next step is taken on this very page, its form stands open. */
const isAsked = ({ id, kind }: EvaluatedPart, nextId: string | undefined) => id === nextId && kind === 'attestation'

function Evidence({ part, shown }: { part: EvaluatedPart; shown: Shown }) {
  return (
    <div id={part.id} className="scroll-mt-24 pt-1 pb-2">
      <RequirementDetail part={part} shown={shown} />
    </div>
  )
}
