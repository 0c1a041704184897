import type { ModuleRow } from '#app/features/learning/course-standing.ts'
import { ModuleProgress } from '#app/features/learning/module-progress.tsx'
import { Status } from '#app/ui/tag.tsx'
import { NumberedList } from './numbered-list.tsx'

/** The modules of a course in their order, each with how far it has come and what it still asks for. */
export const ModuleList = ({ modules }: { modules: readonly ModuleRow[] }) => (
  <NumberedList
    id="modules"
    title="Modules"
    rows={modules.map((module) => ({
      slug: module.slug,
      href: module.isEnrolled ? `/learn/${module.slug}` : `/courses/${module.slug}`,
      title: module.title,
      below: !module.isCompleted && <p className="text-ink-muted text-sm">{module.because.join(' · ')}</p>,
      standing: module.isCompleted ? (
        <Status status="met">Completed</Status>
      ) : (
        <div className="sm:w-64">
          <ModuleProgress module={module} />
        </div>
      ),
    }))}
  />
)
