import type { ModuleRow } from '#app/features/learning/course-standing.ts'
import { ModuleProgress } from '#app/features/learning/module-progress.tsx'
import { Status } from '#app/ui/tag.tsx'

/** The modules of a course in their order, each with how far it has come and what it still asks for. */
export function ModuleList({ modules }: { modules: readonly ModuleRow[] }) {
  return (
    <section aria-labelledby="modules">
      <h2 id="modules" className="pb-4 text-2xl">
        Modules
      </h2>
      <ol className="border-line border-b">
        {modules.map((module, index) => (
          <li
            key={module.slug}
            className="grid grid-cols-[2rem_1fr] items-baseline gap-x-4 gap-y-2 border-line border-t py-4 sm:grid-cols-[2rem_1fr_16rem]"
          >
            <span aria-hidden="true" className="font-serif text-accent-ink text-lg italic">
              {index + 1}
            </span>
            <div className="grid min-w-0 gap-1">
              <h3 className="text-lg">
                <a href={module.isEnrolled ? `/learn/${module.slug}` : `/courses/${module.slug}`}>{module.title}</a>
              </h3>
              {!module.isCompleted && <p className="text-ink-muted text-sm">{module.because.join(' · ')}</p>}
            </div>
            <div className="col-start-2 sm:col-start-3">
              {module.isCompleted ? <Status status="met">Completed</Status> : <ModuleProgress module={module} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
