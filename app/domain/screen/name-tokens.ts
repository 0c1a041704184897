import { beginsSentence, foldName } from '../name-words.ts'
import type { Passage } from '../passages.ts'

/** A word of a text, as a name would be looked for. */
export type Token = Passage & {
  /** Folded, and without a possessive's ending. */
  word: string
  /** A capital and then small letters, or a whole word in capitals that is too long for an abbreviation. */
  isCapital: boolean
  /** All in capitals, or with one inside: "MERSEY", "PubMed"; "McKay" has none but its own. */
  hasOddCapitals: boolean
  beginsSentence: boolean
  isPossessive: boolean
}

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu
const POSSESSIVE = /['’]s?$/
/** "Sarah", "O’Hara", "McKay", "Abdul-Rahman"; not "PhD" or "RiO". */
const CAPITAL = /^(?:\p{Lu}['’])?(?:\p{Lu}[\p{Ll}\p{M}]+){1,2}(?:['’-]\p{L}[\p{Ll}\p{M}]*){0,4}$/u
const SHOUTED = /^\p{Lu}{5,}$/u

/** The words of a text with their places and how they are capitalised; a possessive's ending is no part of them. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: typed, index }) => {
    const bare = typed.replace(POSSESSIVE, '')
    const isShouted = SHOUTED.test(bare)
    return {
      from: index,
      to: index + bare.length,
      word: foldName(bare),
      isCapital: (CAPITAL.test(bare) || isShouted) && !/\d/.test(text.charAt(index + typed.length)),
      hasOddCapitals: isShouted || /(?<!^Mac|^Mc)(?<=\p{Ll})\p{Lu}/u.test(bare),
      beginsSentence: beginsSentence(text, index),
      isPossessive: /['’]s$/.test(typed),
    }
  })
}

/** Whether only a space stands between two words, or a possessive's ending and a space. */
export const isNextTo = (text: string, one: Token, other: Token): boolean =>
  /^(?:['’]s?)?[ \u00a0]$/.test(text.slice(one.to, other.from))
