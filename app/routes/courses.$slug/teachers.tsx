import type { CoursePage } from '#app/features/learning/view-catalogue.server.ts'

/** The leads of its cohorts who want to be named. */
export function Teachers({ teachers }: Pick<CoursePage, 'teachers'>) {
  return (
    <section aria-labelledby="teachers">
      <h2 id="teachers" className="pb-3 text-2xl">
        Who teaches
      </h2>
      <ul className="max-w-measure border-line border-b">
        {teachers.map(({ name, line }) => (
          <li key={`${name} ${line}`} className="grid gap-0.5 border-line border-t py-3">
            <span className="font-medium">{name}</span>
            <span className="text-ink-muted">{line}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
