import type { ReactNode } from 'react'
import { FEWEST_SCRIPTS } from '#app/domain/agreement/shown-figures.ts'
import { GLOBAL_RATING } from '#app/domain/agreement/vignette-agreement.ts'
import type { ReportBody, ShownReport } from '#app/features/agreement/view-agreement.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AgreementByCriterion } from './agreement-by-criterion.tsx'
import { Difficulty } from './difficulty.tsx'
import { DriftByPosition } from './drift.tsx'
import { NamedPairs } from './named-pairs.tsx'
import { PublishedBesideOurs } from './published.tsx'
import { Recalibration } from './recalibration.tsx'
import { Severity } from './severity.tsx'

export function Report({ shown }: { shown: ShownReport | null }) {
  if (!shown)
    return (
      <EmptyState title="No vignette that people mark">
        <p>This cohort’s course has no vignette that is marked by a rubric.</p>
      </EmptyState>
    )
  if (!shown.body)
    return (
      <EmptyState title="Nothing was worked out yet">
        <p>It is, within minutes, after the first mark of this vignette was locked.</p>
      </EmptyState>
    )
  return <Sections body={shown.body} names={shown.names} />
}

function Sections({ body, names }: { body: ReportBody; names: ShownReport['names'] }) {
  const nameOf = (marker: string) => names[marker] ?? 'Somebody who has left'
  const titleOf = (id: string) => (id === GLOBAL_RATING ? 'Global rating' : (body.titles[id] ?? id))
  const [global] = body.criteria
  return (
    <>
      {body.scripts < FEWEST_SCRIPTS && (
        <div className="mb-section">
          <Notice kind="info" title="Too few scripts to show figures">
            <p>
              {body.scripts} of at least {FEWEST_SCRIPTS} double-marked scripts. With fewer, a figure says more about
              chance than about markers.
            </p>
          </Notice>
        </div>
      )}
      <Section id="criteria" title="How far markers agree">
        <AgreementByCriterion criteria={body.criteria} titleOf={titleOf} />
      </Section>
      <Section id="pairs" title="Two markers by name">
        <NamedPairs pairs={global?.pairs ?? []} nameOf={nameOf} />
      </Section>
      <Section
        id="severity"
        title="Severity"
        lead="By how many levels each marker’s marks of the same scripts would be lower (to the right) or higher than those of the mean marker, with a 95 % interval. Only markers with scripts in common are compared."
      >
        <Severity severity={body.severity} nameOf={nameOf} />
      </Section>
      <Section
        id="drift"
        title="Drift"
        lead="Mean global ratings of at least ten marks each, in the order in which each marker locked them. The dashed line is the pass standard; the scale goes from 1 to 7."
      >
        <DriftByPosition drift={body.drift} nameOf={nameOf} />
      </Section>
      {body.difficulty.length > 0 && (
        <Section id="difficulty" title="Which criteria are hard" lead="The mean mark of each, the hardest first.">
          <Difficulty difficulty={body.difficulty} titleOf={titleOf} />
        </Section>
      )}
      <Section id="recalibration" title="Who should practise again">
        <Recalibration body={body} nameOf={nameOf} />
      </Section>
      {body.targeted.scripts > 0 && (
        <Section
          id="targeted"
          title="Scripts that were chosen for a second mark"
          lead={`${body.targeted.scripts} near the pass standard, or first attempts. They are kept apart: markers agree less near the standard than over all.`}
        >
          <AgreementByCriterion criteria={body.targeted.criteria} titleOf={titleOf} />
        </Section>
      )}
      {global && body.scripts >= FEWEST_SCRIPTS && (
        <Section id="published" title="Beside published scales">
          <PublishedBesideOurs global={global} />
        </Section>
      )}
    </>
  )
}

function Section({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mb-section">
      <h2 id={id} className="mb-3 text-2xl">
        {title}
      </h2>
      {lead && <p className="mb-4 max-w-measure text-ink-muted">{lead}</p>}
      {children}
    </section>
  )
}
