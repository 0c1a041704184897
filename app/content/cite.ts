import type { EarlierWork, Reference } from './bibliography.ts'

/** The anchor of a work in the list of references. */
export const referenceId = (key: string) => `ref-${key}`

const AUTHOR_AND_INITIALS = /([^,&]+), (?:\p{Lu}\.[ -]?)+/gu

/** "Bateman & Fonagy, 2010" or "Karterud et al., 2013", as a citation stands in running text. */
export const citationOf = (work: Reference): string => ('citation' in work ? work.citation : shortCitation(work))

function shortCitation({ authors, year }: EarlierWork): string {
  const surnames = [...authors.matchAll(AUTHOR_AND_INITIALS)].map(([, surname = '']) => surname.trim())
  const [first, second] = surnames
  if (!first) return `${authors}, ${year}`
  if (authors.includes('et al.') || surnames.length > 2) return `${first} et al., ${year}`
  return second ? `${first} & ${second}, ${year}` : `${first}, ${year}`
}
