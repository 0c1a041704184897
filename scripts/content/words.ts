/** A word of a content file and where it stands, from 1. */
export type Word = { text: string; line: number; column: number }

/** What is in a file beside its words: names of fields with the names that they hold, citations, files, addresses, blocks and what they are called. */
const NOT_WORDS = [
  /\b(?:answer|code|course|id|kind|lesson|mode|modules|practice|prerequisites|professions|references|rubric|see|topics|vignettes?): *(?:\[[^\]]*\]|[a-z0-9/-]+)(?=[\s,}#]|$)/g,
  /\[@[^\]]*\]/g,
  /^:::[a-z-]*/g,
  /\b[\w-]+\.(?:json|md|nl|org|yaml)\b/g,
  /\{(?:name|profession)="[^"]*"\}/g,
]

/** In YAML's single quotes an apostrophe is written twice. */
const WORD = /\p{L}+(?:(?:''|['’])\p{L}+)*/gu

/** The words of a Markdown or YAML file, line by line; each part of "cross-check" is one. No parser: only the words matter, and where they stand. */
export function wordsIn(file: string): Word[] {
  return file.split('\n').flatMap((raw, index) => {
    const line = NOT_WORDS.reduce((rest, pattern) => rest.replaceAll(pattern, blank), raw)
    return [...line.matchAll(WORD)].map(({ 0: word, index: column }) => {
      return { text: word.replaceAll(/''|’/g, "'"), line: index + 1, column: column + 1 }
    })
  })
}

/** Of the same length, so that everything keeps its column. */
const blank = (part: string) => ' '.repeat(part.length)
