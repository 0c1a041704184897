import { type Finding, findAll } from './hit.ts'
import {
  CLINICAL_WORDS,
  FUNCTION_WORDS,
  NAMED_THINGS,
  NO_NAME_ENDING,
  PERSONAL_VERBS,
  PLACE_PREPOSITIONS,
  RELATIONS,
  TITLES,
} from './known-words.ts'
import { isNextTo, type Token, tokensOf } from './name-tokens.ts'

/** Words as `foldName` writes them. A value, so that `domain/` need not know where lists of names come from. */
export type NameLists = {
  /** Given names alone: a name wherever it stands. */
  given: ReadonlySet<string>
  /** Names of any kind, words among them: a name only inside a sentence, or where a person is spoken of. */
  any: ReadonlySet<string>
  /** Names that are words as well, such as Grace: a name inside a sentence, or where a person is spoken of. */
  ordinary: ReadonlySet<string>
  /** What English has as words: whatever else has a capital inside a sentence is likely a name, on a list or not. */
  english: ReadonlySet<string>
  /** Towns, countries, languages, weekdays, months. */
  places: ReadonlySet<string>
  /** Surnames that this field cites without a year. */
  authors: ReadonlySet<string>
}

const TITLED =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Lord|Rev|Reverend|Nurse|Sister|Dhr|Mevr|Mevrouw|Meneer|Fru|Herr)(?:\.| )\s{0,2}(?<name>(?:(?:van|de|der|den|von|el|al|la) ){0,2}\p{Lu}(?:[\p{L}\p{M}'’-]{1,24})?(?:(?: van| de| der| den| von| el| al){0,2} \p{Lu}[\p{L}\p{M}'’-]{1,24}){0,2})(?![\p{L}\p{N}])/gu
const AUTHOR = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,24}"
const CO_AUTHORS = `(?:(?:,| &| and|, &|, and) ${AUTHOR}){1,5}`
const YEAR = '(?:in press|(?:19|20)\\d\\d)'
/** "Vogt & Norman 2019", "Koo and Li (2016)", "Juul et al.", "Levy (2012)"; one name before a bare year may be anybody's. */
const CITATION = new RegExp(
  `(?<![\\p{L}\\p{N}])${AUTHOR}(?:(?:${CO_AUTHORS})?(?: et al\\.?| and colleagues)|${CO_AUTHORS}(?:['’]s?)?,? \\(?${YEAR}|(?:['’]s?)?(?:,? \\(|, )${YEAR})`,
  'gu',
)

/** Names of people: after a title, on a list, spoken of as a person's, or recurring. */
export function findNames(text: string, lists: NameLists): Finding[] {
  const tokens = tokensOf(text)
  const listed = listedNames(text, tokens, lists)
  const known = new Map([...recurringNames(tokens, lists), ...listed].map(({ word, because }) => [word, because]))
  const evident = new Set(listed.map(({ from }) => from))
  const isName = ({ word, from, isCapital, beginsSentence }: Token) =>
    isCapital && known.has(word) && (evident.has(from) || !(beginsSentence && lists.ordinary.has(word)))
  const names = wholeNames(text, tokens, isName).map(({ first, ...place }) => ({
    ...place,
    because: known.get(first) ?? '',
  }))
  return [...titledNames(text), ...names].filter(outside(findAll(text, CITATION, '')))
}

const titledNames = (text: string): Finding[] =>
  [...text.matchAll(TITLED)].map(({ 0: found, index, groups }) => {
    const name = groups?.name ?? ''
    const because =
      name.length === 1 ? 'An initial after a title: initials are left out as well.' : 'A name after a title.'
    return { from: index + found.length - name.length, to: index + found.length, because }
  })

type Reason = { word: string; because: string }

function listedNames(text: string, tokens: readonly Token[], lists: NameLists): (Token & Reason)[] {
  return tokens.flatMap((token, at) => {
    if (!token.isCapital || isNoName(token.word)) return []
    const because = reasonFor(token, besides(text, tokens, at), lists)
    return because ? [{ ...token, because }] : []
  })
}

const isNoName = (word: string) => [CLINICAL_WORDS, FUNCTION_WORDS, RELATIONS, TITLES].some((words) => words.has(word))

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
  const isOrdinary = lists.ordinary.has(word)
  if (lists.given.has(word) && !isOrdinary) return 'It is on a list of given names.'
  if (NO_NAME_ENDING.test(word)) return null
  if (!lists.given.has(word) && !lists.any.has(word)) return strangerIn(token, before, lists)
  if (token.beginsSentence) return isPerson ? 'It is on a list of names, and a person is spoken of.' : null
  return PLACE_PREPOSITIONS.has(before) ? null : 'It is on a list of names, and has a capital inside a sentence.'
}

/** No list has every name: a word with a capital inside a sentence that English does not have is asked about as well. */
const strangerIn = ({ word, hasOddCapitals, beginsSentence }: Token, before: string, { english }: NameLists) =>
  hasOddCapitals ||
  beginsSentence ||
  PLACE_PREPOSITIONS.has(before) ||
  word.split(/['’-]/).every((part) => english.has(part))
    ? null
    : 'It has a capital inside a sentence, and is not an English word.'

/** A capitalised word that is on no list, comes more than once, and is never written small. */
function recurringNames(tokens: readonly Token[], { places, authors, ordinary }: NameLists): Reason[] {
  const small = new Set(tokens.filter(({ isCapital }) => !isCapital).map(({ word }) => word))
  const times = new Map<string, { all: number; inside: number }>()
  for (const { word, isCapital, beginsSentence } of tokens) {
    if (!isCapital) continue
    const { all, inside } = times.get(word) ?? { all: 0, inside: 0 }
    times.set(word, { all: all + 1, inside: inside + (beginsSentence ? 0 : 1) })
  }
  const isWord = (word: string) =>
    small.has(word) || isNoName(word) || NO_NAME_ENDING.test(word) || places.has(word) || authors.has(word)
  return [...times]
    .filter(([word, { all, inside }]) => all > 1 && inside > 0 && !isWord(word) && !ordinary.has(word))
    .map(([word, { all }]) => ({ word, because: `A capitalised word that recurs: ${all} times.` }))
}

/** Every place in which one of the names stands, with what belongs to it: a surname behind it, a particle between. */
function wholeNames(text: string, tokens: readonly Token[], isName: (token: Token) => boolean) {
  const places: { from: number; to: number; first: string }[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || !isName(token) || NAMED_THINGS.has(besides(text, tokens, at).after ?? '')) continue
    const last = lastOf(text, tokens, at)
    places.push({ from: token.from, to: tokens[last]?.to ?? token.to, first: token.word })
    at = last
  }
  return places
}

const PARTICLES = new Set(['van', 'de', 'der', 'den', 'von', 'el', 'al', 'la', 'bin'])

function lastOf(text: string, tokens: readonly Token[], first: number): number {
  let last = first
  for (let at = first + 1; at < tokens.length && at <= last + 3; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]]
    if (!before || !token || before.isPossessive || !isNextTo(text, before, token)) break
    if (token.isCapital && !token.beginsSentence && !isNoName(token.word)) last = at
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
