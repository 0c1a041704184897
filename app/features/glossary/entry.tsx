import { Fragment } from 'react'
import type { Reference } from '#app/content/bibliography.ts'
import type { Term } from '#app/content/glossary-schema.ts'
import { RunningText } from '#app/content/running-text.tsx'

type EntryProps = { term: Term; references: readonly Reference[] }

/** One term under the anchor that the cards in lessons lead to. */
export function Entry({ term: { slug, term, brief, more, lesson, see }, references }: EntryProps) {
  return (
    <article aria-labelledby={slug} className="grid max-w-measure gap-2">
      <h3 id={slug} className="text-xl target:bg-accent-soft">
        {term}
      </h3>
      <p className="font-serif text-lg leading-relaxed">
        {brief} <RunningText text={more} references={references} />
      </p>
      <p className="text-ink-muted text-sm leading-8">
        Taught in <a href={`/learn/${lesson.course}/${lesson.slug}`}>{lesson.title}</a>.
        {see.length > 0 && ' See also: '}
        {see.map((other, index) => (
          <Fragment key={other.slug}>
            {index > 0 && ' · '}
            <a href={`/glossary#${other.slug}`}>{other.term}</a>
          </Fragment>
        ))}
      </p>
    </article>
  )
}
