import { inList } from '#app/domain/listing.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { CoursePage } from '#app/features/learning/view-catalogue.server.ts'
import { Icon } from '#app/ui/icon.tsx'

export function Outcomes({ outcomes }: { outcomes: readonly string[] }) {
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes" className="pb-3 text-2xl">
        By the end you can
      </h2>
      <ul className="grid max-w-measure gap-2.5">
        {outcomes.map((outcome) => (
          <li key={outcome} className="flex gap-3">
            <Icon name="check" className="mt-1 size-4.5 shrink-0 text-positive" />
            <span>{outcome}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Syllabus({ lessons }: Pick<CoursePage, 'lessons'>) {
  return (
    <section aria-labelledby="syllabus">
      <h2 id="syllabus" className="pb-3 text-2xl">
        Lessons
      </h2>
      <ol className="border-line border-b">
        {lessons.map(({ slug, title, aim, minutes }, index) => (
          <li key={slug} className="grid grid-cols-[2rem_1fr_auto] gap-x-4 gap-y-1 border-line border-t py-4">
            <span aria-hidden="true" className="font-serif text-accent-ink text-lg italic">
              {index + 1}
            </span>
            <h3 className="text-lg">{title}</h3>
            <span className="text-ink-muted text-sm tabular-nums">{minutes} min</span>
            <p className="col-start-2 max-w-measure text-ink-muted">{aim}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Vignettes({ vignettes }: Pick<CoursePage, 'vignettes'>) {
  return (
    <section aria-labelledby="vignettes">
      <h2 id="vignettes" className="pb-3 text-2xl">
        {inNumber(vignettes.length, { one: 'The vignette', other: 'The vignettes' })}
      </h2>
      {vignettes.map(({ slug, title, summary, minutes, warning }) => (
        <article key={slug} className="grid max-w-measure gap-2 border-line border-t py-4">
          <h3 className="text-lg">{title}</h3>
          <p>{summary}</p>
          <p className="text-ink-muted">
            About {minutesWords(minutes)}. You answer in your own words, and a training lead marks the answer without
            knowing whose it is.
          </p>
          {warning && (
            <p className="text-ink-muted text-sm">
              Touches on {inList(warning.topics)}. You are asked before you read it.
            </p>
          )}
        </article>
      ))}
    </section>
  )
}
