import { ORDINARY_WORDS } from '../name-words.ts'
import { type Finding, findAll } from './hit.ts'
import {
  CLINICAL_WORDS,
  NAMED_THINGS,
  NO_NAME_ENDING,
  PERSONAL_VERBS,
  PLACE_PREPOSITIONS,
  RELATIONS,
} from './known-words.ts'
import { isNextTo, type Token, tokensOf } from './name-tokens.ts'

/** Words as `foldName` writes them. A value, so that `domain/` need not know where lists of names come from. */
export type NameLists = {
  /** Given names alone: a name wherever it stands. */
  given: ReadonlySet<string>
  /** Names of any kind, words among them: a name only inside a sentence, or where a person is spoken of. */
  any: ReadonlySet<string>
  /** Towns, countries, languages, weekdays, months. */
  places: ReadonlySet<string>
  /** Surnames that this field cites without a year. */
  authors: ReadonlySet<string>
}

const TITLED =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Lord|Rev|Reverend|Nurse|Sister|Dhr|Mevr|Mevrouw|Meneer|Fru|Herr)(?:\.| )\s{0,2}(?<name>\p{Lu}(?:[\p{L}\p{M}'’-]{1,24})?(?:(?: van| de| der| den| von| el| al){0,2} \p{Lu}[\p{L}\p{M}'’-]{1,24}){0,2})(?![\p{L}\p{N}])/gu
const AUTHOR = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}"
const CITATION = new RegExp(
  `(?<![\\p{L}\\p{N}])${AUTHOR}(?:(?:,| &| and|, &|, and) ${AUTHOR}){0,5}(?:['’]s?)?(?: et al\\.?| and colleagues)?(?:(?:,? \\(|, )(?:in press|(?:19|20)\\d\\d)|(?<=et al\\.?|and colleagues)|(?<= & ${AUTHOR}))`,
  'gu',
)

/** Names of people: after a title, on a list, spoken of as a person's, or recurring. */
export function findNames(text: string, lists: NameLists): Finding[] {
  const tokens = tokensOf(text)
  const known = new Map([...recurringNames(tokens, lists), ...listedNames(text, tokens, lists)])
  const cited = findAll(text, CITATION, '')
  return [...titledNames(text), ...wholeNames(text, tokens, known)].filter(outside(cited))
}

const titledNames = (text: string): Finding[] =>
  [...text.matchAll(TITLED)].map(({ 0: found, index, groups }) => {
    const name = groups?.name ?? ''
    const because =
      name.length === 1 ? 'An initial after a title: initials are left out as well.' : 'A name after a title.'
    return { from: index + found.length - name.length, to: index + found.length, because }
  })

type Reason = [word: string, because: string]

function listedNames(text: string, tokens: readonly Token[], lists: NameLists): Reason[] {
  return tokens.flatMap((token, at): Reason[] => {
    if (!token.isCapital || CLINICAL_WORDS.has(token.word)) return []
    const because = reasonFor(token, besides(text, tokens, at), lists)
    return because ? [[token.word, because]] : []
  })
}

/** The words on both sides of one, where only a space parts them. */
function besides(text: string, tokens: readonly Token[], at: number): { before?: string; after?: string } {
  const [one, token, other] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return {
    ...(one && token && isNextTo(text, one, token) && { before: one.word }),
    ...(other && token && isNextTo(text, token, other) && { after: other.word }),
  }
}

function reasonFor(token: Token, { before = '', after = '' }: { before?: string; after?: string }, lists: NameLists) {
  const { word } = token
  if (RELATIONS.has(before) && !lists.places.has(word)) return 'The word before it says whose name it is.'
  if (NAMED_THINGS.has(after) || lists.authors.has(word) || lists.authors.has(after)) return null
  const isPerson = token.isPossessive || PERSONAL_VERBS.has(after)
  if (lists.places.has(word))
    return isPerson && lists.given.has(word) ? 'It is a given name, and a person is spoken of.' : null
  if (lists.given.has(word) && !ORDINARY_WORDS.has(word)) return 'It is on a list of given names.'
  if (!lists.any.has(word) || NO_NAME_ENDING.test(word)) return null
  if (token.beginsSentence)
    return isPerson && !ORDINARY_WORDS.has(word) ? 'It is on a list of names, and a person is spoken of.' : null
  return PLACE_PREPOSITIONS.has(before) ? null : 'It is on a list of names, and has a capital inside a sentence.'
}

/** A capitalised word that is on no list, comes more than once, and is never written small. */
function recurringNames(tokens: readonly Token[], { places, authors }: NameLists): Reason[] {
  const small = new Set(tokens.filter(({ isCapital }) => !isCapital).map(({ word }) => word))
  const times = new Map<string, { all: number; inside: number }>()
  for (const { word, isCapital, beginsSentence } of tokens) {
    if (!isCapital) continue
    const { all, inside } = times.get(word) ?? { all: 0, inside: 0 }
    times.set(word, { all: all + 1, inside: inside + (beginsSentence ? 0 : 1) })
  }
  const isWord = (word: string) =>
    small.has(word) || CLINICAL_WORDS.has(word) || NO_NAME_ENDING.test(word) || places.has(word) || authors.has(word)
  return [...times]
    .filter(([word, { all, inside }]) => all > 1 && inside > 0 && !isWord(word) && !ORDINARY_WORDS.has(word))
    .map(([word, { all }]) => [word, `A capitalised word that recurs: ${all} times.`])
}

/** Every place of the names that were found, with what belongs to each: a surname behind it, a particle between. */
function wholeNames(text: string, tokens: readonly Token[], known: ReadonlyMap<string, string>): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    const because = token && isName(token) ? known.get(token.word) : undefined
    if (!token || because === undefined || NAMED_THINGS.has(besides(text, tokens, at).after ?? '')) continue
    const last = lastOf(text, tokens, at)
    findings.push({ from: token.from, to: tokens[last]?.to ?? token.to, because })
    at = last
  }
  return findings
}

const isName = ({ word, isCapital, beginsSentence }: Token) =>
  isCapital && !(beginsSentence && ORDINARY_WORDS.has(word))

const PARTICLES = new Set(['van', 'de', 'der', 'den', 'von', 'el', 'al', 'la', 'bin'])

function lastOf(text: string, tokens: readonly Token[], first: number): number {
  let last = first
  for (let at = first + 1; at < tokens.length && at <= last + 3; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]]
    if (!before || !token || before.isPossessive || !isNextTo(text, before, token)) break
    if (token.isCapital && !token.beginsSentence && !CLINICAL_WORDS.has(token.word)) last = at
    else if (!PARTICLES.has(token.word)) break
  }
  return last
}

/** Whether a finding begins in none of these ranges. */
function outside(ranges: readonly Finding[]): (finding: Finding) => boolean {
  const covered = new Set<number>()
  for (const { from, to } of ranges) for (let at = from; at < to; at += 1) covered.add(at)
  return ({ from }) => !covered.has(from)
}
