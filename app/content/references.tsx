import type { EarlierWork, Reference } from './bibliography.ts'
import { referenceId } from './cite.ts'

/** The works that a text cites, each with the anchor that its citations lead to. */
export function References({ works, headingLevel = 2 }: { works: readonly Reference[]; headingLevel?: 2 | 3 }) {
  if (works.length === 0) return null
  const Heading = `h${headingLevel}` as const
  return (
    <section className="references" aria-labelledby="references">
      <Heading id="references">References</Heading>
      <ul>
        {works.map((work) =>
          'entry' in work ? (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: set when it was published, by a library that escapes the work's own words
            <li key={work.key} id={referenceId(work.key)} dangerouslySetInnerHTML={{ __html: work.entry }} />
          ) : (
            <EarlierEntry key={work.key} work={work} />
          ),
        )}
      </ul>
    </section>
  )
}

function EarlierEntry({ work: { key, authors, year, title, source, doi } }: { work: EarlierWork }) {
  return (
    <li id={referenceId(key)}>
      {authors} ({year}). <em>{title}</em>. {source}.
      {doi && (
        <>
          {' '}
          <a href={`https://doi.org/${doi}`}>doi:{doi}</a>
        </>
      )}
    </li>
  )
}
