import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const APP = path.resolve(import.meta.dirname, '../../app')

/** What glues a sentence together out of pieces, and what says it in one piece instead. */
const GLUE: [what: RegExp, instead: string][] = [
  [/\?\s*''\s*:\s*'(?:e?s|y|ies)'|\?\s*'(?:e?s|y|ies)'\s*:\s*''/g, 'an ending behind a word: inNumber'],
  [/\.join\((['"`]),? ?(?:and|or),? \1\)/g, 'words between the parts of a list: inList, inChoice'],
  [/new Intl\.(?:ListFormat|PluralRules)/g, 'domain/wording.ts and domain/listing.ts know the language'],
]

/** `=== 1 ? '1 mark' : …`, with both texts. */
const ONE_OR_MANY = /(?:===|!==) 1\s*\?\s*(['"`])((?:(?!\1).)*)\1\s*:\s*(['"`])((?:(?!\3).)*)\3/g

/** Two texts that are chosen by a number are forms of one where a number stands in them, or where only an ending tells them apart. */
const areForms = (one: string, other: string) =>
  [one, other].some((text) => text.includes('${')) || stem(one) === stem(other)

const stem = (text: string) => text.replace(/(?:y|ies|e?s)$/, '')

const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('db/generated/'))
  .filter((file) => file !== 'domain/wording.ts' && file !== 'domain/listing.ts')

it('sentences are written in one piece for each form of a number, and lists by the language', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(files.flatMap(gluedIn)).toEqual([])
})

function gluedIn(file: string): string[] {
  const code = readFileSync(path.join(APP, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  const byNumber = [...code.matchAll(ONE_OR_MANY)].filter(([, , one = '', , other = '']) => areForms(one, other))
  return [
    ...byNumber.map(([found]) => `${file}: ${found} – words for one and for many: inNumber`),
    ...GLUE.flatMap(([what, instead]) => [...code.matchAll(what)].map(([found]) => `${file}: ${found} – ${instead}`)),
  ]
}
