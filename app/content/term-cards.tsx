import type { MarkedTerm } from './glossary-schema.ts'

const cardId = (slug: string) => `term-${slug}`

/** A word that opens its card: a popover, which needs no script, closes with Escape and gives the focus back. */
export function TermButton({ term, children }: { term: MarkedTerm; children: string }) {
  return (
    <button type="button" className="term" popoverTarget={cardId(term.slug)}>
      {children}
    </button>
  )
}

/**
 * A card for each term that a text marks. They stand at its end, once each: a browser without popovers shows them there as a list,
 * and one with them puts the card in the order of reading right after the word that opened it.
 */
export function TermCards({ terms }: { terms: readonly MarkedTerm[] }) {
  const cards = terms.filter(({ slug }, index) => terms.findIndex((one) => one.slug === slug) === index)
  if (cards.length === 0) return null
  return (
    <div className="term-cards">
      {cards.map(({ slug, term, brief }) => (
        <div key={slug} id={cardId(slug)} popover="auto" role="note" aria-label={term} className="term-card">
          <p>
            <b>{term}</b>
          </p>
          <p>{brief}</p>
          <p>
            <a href={`/glossary#${slug}`} aria-label={`${term} in the glossary`}>
              In the glossary
            </a>
          </p>
        </div>
      ))}
    </div>
  )
}
