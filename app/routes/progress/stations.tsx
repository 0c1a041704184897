import type { EvaluatedPart } from '#app/domain/pathway/evaluated.ts'
import type { Progress } from '#app/features/learning/view-progress.server.ts'
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
          children: <Opened key={part.id} part={part} shown={progress} isOpen={isAsked(part, next?.requirementId)} />,
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

function Opened({ part, shown, isOpen }: { part: EvaluatedPart; shown: Shown; isOpen: boolean }) {
  const { id, title, kind } = part
  return (
    <>
      {kind === 'treatments' && <TreatmentGlance part={part} />}
      <details open={isOpen} className="mt-1">
        <summary className="min-h-target py-2 text-sm">
          What it rests on<span className="sr-only">: {title}</span>
        </summary>
        <div id={id} className="scroll-mt-24 pt-1 pb-2">
          <RequirementDetail part={part} shown={shown} />
        </div>
      </details>
    </>
  )
}
