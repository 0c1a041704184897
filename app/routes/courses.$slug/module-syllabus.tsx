import { priceWords } from '#app/content/price-words.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { CoursePage } from '#app/features/learning/view-catalogue.server.ts'

/** The modules in their order; the lessons of each are a fold away. */
export function ModuleSyllabus({ modules }: Pick<CoursePage, 'modules'>) {
  return (
    <section aria-labelledby="syllabus">
      <h2 id="syllabus" className="pb-3 text-2xl">
        {inNumber(modules.length, { one: '1 module', other: '{n} modules' })}
      </h2>
      <ol className="border-line border-b">
        {modules.map(({ slug, title, summary, studyHours, price, lessons }, index) => (
          <li key={slug} className="grid grid-cols-[2rem_1fr] gap-x-4 gap-y-1.5 border-line border-t py-4">
            <span aria-hidden="true" className="font-serif text-accent-ink text-lg italic">
              {index + 1}
            </span>
            <h3 className="text-lg">
              <a href={`/courses/${slug}`}>{title}</a>
            </h3>
            <div className="col-start-2 grid max-w-measure gap-1.5">
              <p className="text-ink-muted">{summary}</p>
              <p className="text-ink-muted text-sm">
                {inNumber(studyHours, { one: '1 hour', other: '{n} hours' })} ·{' '}
                {price === 'free' ? 'free by itself' : `by itself ${priceWords(price)}`}
              </p>
              <details>
                <summary className="py-1 text-sm">
                  {inNumber(lessons.length, { one: '1 lesson', other: '{n} lessons' })}
                  <span className="sr-only"> of {title}</span>
                </summary>
                <ol className="grid gap-1 pt-1 text-sm">
                  {lessons.map((lesson) => (
                    <li key={lesson.slug} className="flex flex-wrap justify-between gap-x-4">
                      <span>{lesson.title}</span>
                      <span className="text-ink-muted tabular-nums">{lesson.minutes} min</span>
                    </li>
                  ))}
                </ol>
              </details>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
