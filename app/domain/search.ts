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

/**
 * The end of an address at which a browser opens a page where a passage stands; blank where nothing was found in it. A browser that cannot opens its top.
 * Words on a button, as those of the glossary are on a lesson's page, are not looked into: what stands after and before them leads there as well.
 */
export function textFragment(passage: string): string {
  const at = passage.indexOf(FOUND_FROM)
  if (at < 0) return ''
  const [before = ''] = BEFORE.exec(passage.slice(0, at)) ?? []
  const [sentence = ''] = /^[^\n.;:!?()"…]*/.exec(passage.slice(at)) ?? []
  const found = firstWords(withoutMarks(sentence))
  const after = firstWords(sentence.slice(sentence.lastIndexOf(FOUND_TO) + 1))
  const around = [after, before.trim()].filter((words) => words.split(' ').length >= TELLING_WORDS)
  const texts = [`${before}${found}`, ...around]
  return `#:~:${texts.map((text) => `text=${encodeURIComponent(text.trim()).replaceAll('-', '%2D')}`).join('&')}`
}

/** Of the same sentence: no further than its paragraph, or a note in brackets that the page has there. */
const BEFORE = /(?:[^\s.;:!?()"…]+ +){0,4}[^\s.;:!?()"…]*$/

/** Fewer stand in many a sentence. */
const TELLING_WORDS = 4

const firstWords = (text: string) => text.trim().split(/ +/).slice(0, 5).join(' ')
