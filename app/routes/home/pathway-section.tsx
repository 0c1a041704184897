import type { Pathway } from '#app/content/content-body.ts'
import { stagesOf } from '#app/domain/pathway/stages.ts'
import type { CatalogueCourse } from '#app/features/learning/view-catalogue.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { costsOf } from './costs.ts'
import { PathwayDrawing } from './pathway-drawing.tsx'

/** How the way to a status goes and what it costs, from the pathway's own rules and the prices that are asked today. */
export function PathwaySection({ pathway, courses }: { pathway: Pathway; courses: readonly CatalogueCourse[] }) {
  const stages = stagesOf(pathway)
  return (
    <section id="pathway" aria-labelledby="pathway-title" className="scroll-mt-6 border-line border-t">
      <div className="mx-auto grid max-w-page gap-10 px-gutter py-section">
        <div className="flex flex-wrap items-end justify-between gap-x-16 gap-y-3">
          <h2 id="pathway-title" className="text-3xl">
            How the pathway goes
          </h2>
          <p className="max-w-[34rem] text-ink-muted">
            A certificate says that you completed a course. To be a practitioner takes more: {pathway.title} asks for
            practice under supervision, and never counts a course in its place.
          </p>
        </div>
        <PathwayDrawing title={pathway.title} stages={stages} />
        <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {stages.map(({ title, asks }, index) => (
            <li key={title} className="border-ink border-t-2 pt-3">
              <h3 className="text-lg">
                <span className="text-accent-ink italic">{index + 1}</span> {title}
              </h3>
              <ul className="mt-1 grid gap-1 text-ink-muted text-sm">
                {asks.map((asked) => (
                  <li key={asked}>{asked}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
        <p className="max-w-measure text-ink-muted text-sm">
          {pathway.source} <a href={`/pathways/${pathway.slug}`}>Every requirement, with its reason</a>
        </p>
        <div className="grid gap-x-16 gap-y-4 lg:grid-cols-[1fr_1.6fr]">
          <div>
            <h3 className="text-2xl">What it costs</h3>
            <p className="mt-2 max-w-[34rem] text-ink-muted">
              What is paid here. Supervision, and trainings with other providers, cost what they ask.
            </p>
          </div>
          <DefinitionList facts={costsOf(courses, pathway)} />
        </div>
      </div>
    </section>
  )
}
