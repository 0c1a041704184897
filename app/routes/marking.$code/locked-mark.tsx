import { decideMark, type Mark } from '#app/domain/rubric.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { MarkDecision } from '#app/ui/mark-decision.tsx'
import { Status } from '#app/ui/tag.tsx'
import { MarkGiven } from './mark-given.tsx'

/** The marker's own mark, as it is kept. */
export const LockedMark = ({ rubric, mark }: { rubric: ShownRubric; mark: Mark }) => (
  <section aria-labelledby="locked-mark" className="grid min-w-0 gap-6">
    <header className="flex flex-wrap items-center gap-3">
      <h2 id="locked-mark" className="text-2xl">
        Your mark
      </h2>
      <Status status="locked" />
    </header>
    <MarkDecision decision={decideMark(rubric, mark)} />
    <MarkGiven rubric={rubric} mark={mark} />
  </section>
)
