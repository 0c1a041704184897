import type { Reference } from '#app/content/bibliography.ts'
import type { Term } from '#app/content/glossary-schema.ts'
import { Entry } from '#app/features/glossary/entry.tsx'

/** So many are seen at a glance; of more there is a list of their names first. */
const AT_A_GLANCE = 3

type UnderLetterProps = { group: { letter: string; terms: readonly Term[] }; references: readonly Reference[] }

/** What begins with one letter. */
export function UnderLetter({ group: { letter, terms }, references }: UnderLetterProps) {
  const id = `letter-${letter.toLowerCase()}`
  return (
    <section aria-labelledby={id} className="grid gap-8">
      <div>
        <h2 id={id} className="border-line border-b pb-1 text-2xl text-accent-ink">
          {letter}
        </h2>
        {terms.length > AT_A_GLANCE && <Names letter={letter} terms={terms} />}
      </div>
      {terms.map((term) => (
        <Entry key={term.slug} term={term} references={references} />
      ))}
    </section>
  )
}

const Names = ({ letter, terms }: { letter: string; terms: readonly Term[] }) => (
  <nav aria-label={`Terms under ${letter}`} className="print:hidden">
    <ul className="flex max-w-measure flex-wrap gap-x-5">
      {terms.map(({ slug, term }) => (
        <li key={slug}>
          <a href={`#${slug}`} className="inline-flex min-h-target items-center">
            {term}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
