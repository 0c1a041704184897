import { readFileSync } from 'node:fs'
import british from 'dictionary-en-gb'
import nspell from 'nspell'
import type { Finding } from '#app/content/findings.ts'
import { wordsIn } from './words.ts'

/** Words of the field, and a few that the dictionary lacks: one a line. */
const WORD_LIST = new URL('clinical-words.txt', import.meta.url)

/**
 * Words that are not British English, nor on our list. A name cannot be known to be wrong, so a capitalised word that the dictionary does
 * not have is let pass; so is the name of a field (`atLeast`).
 * @param files by name, their text.
 */
export function misspelt(files: ReadonlyMap<string, string>): Finding[] {
  const isWord = speller()
  return [...files].flatMap(([file, text]) =>
    wordsIn(text).flatMap(({ text: word, line, column }) =>
      isWord(word) ? [] : [{ file, line, column, field: 'spelling', message: `${word} is not on the word list` }],
    ),
  )
}

const NAME = /^\p{Lu}|\p{Ll}\p{Lu}/u
const SHORTENED = /'(?:s|d|ll|ve|re)$/

/** Words repeat, and looking one up is slow: each is looked up once. */
function speller(): (word: string) => boolean {
  const dictionary = nspell(Buffer.from(british.aff), Buffer.from(british.dic))
  for (const word of readFileSync(WORD_LIST, 'utf8').split('\n')) if (word) dictionary.add(word)
  const known = new Map<string, boolean>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const isKnown = NAME.test(word) || dictionary.correct(word) || dictionary.correct(word.replace(SHORTENED, ''))
    known.set(word, isKnown)
    return isKnown
  }
}
