export const SEARCH_KINDS = ['course', 'lesson', 'vignette', 'term'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** Nobody means more than this many letters; the rest is not read. */
export const MAX_QUESTION = 200

/** The words that a question asks for, in lower case and without its operators: one with a minus before it is not wanted. */
export const wordsOf = (question: string): string[] =>
  (
    question
      .toLowerCase()
      .replaceAll(/(?<!\S)-\S+/g, '')
      .match(/\p{L}[\p{L}\p{N}]*/gu) ?? []
  ).slice(0, MAX_WORDS)

const MAX_WORDS = 12

/** Where the database begins and ends what it found: characters for private use, which no content holds. */
export const FOUND_FROM = '\uE000'
export const FOUND_TO = '\uE001'

/** Text with what was found in it apart, so that a page can mark it without reading any markup. */
export function piecesOf(text: string): { text: string; isFound: boolean }[] {
  return text
    .split(FOUND_FROM)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isFound: false }]
      const [found = '', ...rest] = part.split(FOUND_TO)
      return [
        { text: found, isFound: true },
        { text: rest.join(''), isFound: false },
      ]
    })
    .filter((piece) => piece.text !== '')
}

/** A passage that was cut out of a text, with a mark where it begins or ends within a sentence. */
export function asCutOut(passage: string): string {
  const words = withoutMarks(passage)
  const before = /^\P{Ll}/u.test(words) ? '' : '… '
  const after = /[.!?]\P{L}*$/u.test(words) ? '' : ' …'
  return `${before}${passage}${after}`
}

const withoutMarks = (passage: string) => passage.replaceAll(FOUND_FROM, '').replaceAll(FOUND_TO, '')

/** The end of an address at which a browser opens a page where a passage stands; blank where nothing was found in it. A browser that cannot opens its top. */
export function textFragment(passage: string): string {
  const at = passage.indexOf(FOUND_FROM)
  if (at < 0) return ''
  const before = BEFORE.exec(passage.slice(0, at))?.[0] ?? ''
  const after = AFTER.exec(withoutMarks(passage.slice(at)))?.[0] ?? ''
  return `#:~:text=${encodeURIComponent(`${before}${after}`.trim()).replaceAll('-', '%2D')}`
}

/** A few words of the same sentence: enough to be met once, and no further than its paragraph, or a note in brackets that the page has there. */
const BEFORE = /(?:[^\s.;:!?()"…]+ +){0,3}[^\s.;:!?()"…]*$/
const AFTER = /^[^\s.;:!?()"…]+(?: +[^\s.;:!?()"…]+){0,4}/
