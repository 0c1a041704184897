import { ProgressBar } from '#app/ui/progress-bar.tsx'
import type { ModuleRow } from './course-standing.ts'

/** How far one module has come, as a bar with its number. */
export function ModuleProgress({ module: { slug, title, percent } }: { module: ModuleRow }) {
  return (
    <ProgressBar
      id={`module-${slug}`}
      label={`Progress in ${title}`}
      hideLabel
      value={percent}
      max={100}
      valueText={`${percent} %`}
    />
  )
}
