import type { ReactNode } from 'react'
import type { FigureName } from './figure-names.ts'
import { ArousalCurve } from './figures/arousal-curve.tsx'
import { FourDimensions } from './figures/four-dimensions.tsx'
import { InterventionLadder } from './figures/intervention-ladder.tsx'
import { SixSteps } from './figures/six-steps.tsx'
import { TreatmentPhases } from './figures/treatment-phases.tsx'

/** Each as a plain function of nothing: paper draws from the same one. */
export const drawings: Record<FigureName, () => ReactNode> = {
  'four-dimensions': FourDimensions,
  'arousal-curve': ArousalCurve,
  'intervention-ladder': InterventionLadder,
  'six-steps': SixSteps,
  'treatment-phases': TreatmentPhases,
}

/** A drawing, what it is called, and all that it shows in words: those are there for everybody, so the drawing itself is silent. */
export function Figure({ name, caption, children }: { name: FigureName; caption: ReactNode; children: ReactNode }) {
  const Drawing = drawings[name]
  return (
    <figure className="drawn">
      <Drawing />
      <figcaption>{caption}</figcaption>
      <details>
        <summary>The figure in words</summary>
        {children}
      </details>
    </figure>
  )
}
