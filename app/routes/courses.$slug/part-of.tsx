import { priceWords } from '#app/content/price-words.ts'
import type { CoursePage } from '#app/features/learning/view-catalogue.server.ts'

/** That a module belongs to a course, and that nothing done here is lost to it. */
export function PartOf({ course: { slug, title, price } }: { course: NonNullable<CoursePage['partOf']> }) {
  return (
    <p className="border-primary border-s-2 ps-4 text-sm">
      A module of <a href={`/courses/${slug}`}>{title}</a> ({priceWords(price)}). What you do here counts there, whether
      you enrol in it now or later.
    </p>
  )
}
