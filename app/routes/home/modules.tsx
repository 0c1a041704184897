import { priceWords } from '#app/content/price-words.ts'
import type { CatalogueCourse } from '#app/features/learning/view-catalogue.server.ts'

/** The modules that a course is made of, each with a page of its own. */
export function Modules({ modules }: Pick<CatalogueCourse, 'modules'>) {
  return (
    <ol aria-label="Its modules" className="grid gap-x-12 gap-y-1 sm:grid-cols-2 lg:col-span-2">
      {modules.map(({ slug, title, studyHours, price }, index) => (
        <li key={slug} className="grid grid-cols-[1.75rem_1fr_auto] items-baseline gap-x-2 border-line border-t py-2.5">
          <span aria-hidden="true" className="font-serif text-accent-ink italic">
            {index + 1}
          </span>
          <a href={`/courses/${slug}`} className="relative z-10">
            {title}
          </a>
          <span className="text-ink-muted text-sm tabular-nums">
            {studyHours} h · {priceWords(price)}
          </span>
        </li>
      ))}
    </ol>
  )
}
