import type { Reference } from './bibliography.ts'
import { referenceId } from './cite.ts'

/** The works that a text cites, each with the anchor that its citations lead to. */
export function References({ works, headingLevel = 2 }: { works: readonly Reference[]; headingLevel?: 2 | 3 }) {
  if (works.length === 0) return null
  const Heading = `h${headingLevel}` as const
  return (
    <section className="references" aria-labelledby="references">
      <Heading id="references">References</Heading>
      <ul>
        {works.map(({ key, authors, year, title, source, doi }) => (
          <li key={key} id={referenceId(key)}>
            {authors} ({year}). <em>{title}</em>. {source}.
            {doi && (
              <>
                {' '}
                <a href={`https://doi.org/${doi}`}>doi:{doi}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
