import type { Term } from '#app/content/glossary-schema.ts'

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** British and American spelling are the same: whoever looks for "mentalising" means "mentalizing". */
const spelt = (text: string) => folded(text).replaceAll('s', 'z')

/**
 * The terms in which every word of a question stands, in any order and anywhere in the entry: those first that are called so, then
 * those that only say it. All of them for no question.
 */
export function findTerms(terms: readonly Term[], question: string): Term[] {
  const words = spelt(question).match(/[\p{L}\p{N}'’-]+/gu) ?? []
  const saysAll = (text: string) => words.every((word) => spelt(text).includes(word))
  const called = terms.filter(({ term, forms }) => [term, ...forms].some(saysAll))
  const others = terms.filter((term) => !called.includes(term) && saysAll(`${term.term} ${term.brief} ${term.more}`))
  return [...called, ...others]
}

/** The terms by their first letter, in the order in which they come. */
export function byLetter(terms: readonly Term[]): { letter: string; terms: Term[] }[] {
  const letters = new Map<string, Term[]>()
  for (const term of terms) {
    const letter = folded(term.term).charAt(0).toUpperCase()
    letters.set(letter, [...(letters.get(letter) ?? []), term])
  }
  return [...letters].map(([letter, those]) => ({ letter, terms: those }))
}
