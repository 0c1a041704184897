import type { Passage } from './passages.ts'

/** Parts of a name that say nothing of whose it is. */
const PARTICLES = new Set(
  'al bin da de del den der di dos dr du el ibn la le miss mr mrs ms of prof sir ter the und van von y zu'.split(' '),
)

/**
 * Names that are words as well. Such a word is taken for a name only where a name would be seen: with a capital, and not at the
 * beginning of a sentence. Without this nobody called Will could write "Will you sit down?".
 */
const ORDINARY_WORDS = new Set(
  `april art august autumn baker bill black bond brown carol chance clay cook cross dale dawn day dean drew eve faith field
  finch fisher fox frank gene glen grace grant gray green grey guy hall harmony heath heather hill hope hunter iris ivy jack
  jasmine jay joy june king lake lane law lily little long love major mark mason may mercy miles mills moss nick noble north page
  parker pat patience penny piper poppy price prince ray read reed rich rob robin rock rose ruby rush sandy sharp short skip
  stone storm story street sue summer terry trinity violet wade walker ward wells west white will winter wise wolf wood woods
  young`.split(/\s+/),
)

const SENTENCE_BEGINS = /(?:^|[.?!:;…\n"“”‘([–—-])\s*$/

/**
 * Finds where a person names themselves in a text: the whole name, or one word of it, as whole words, in any case and with or
 * without accents; a possessive's ending is no part of it.
 * @param name as the account has it.
 * @param caseText what the answer is about: a word of the name that stands there is somebody else's as well, and is found only
 *   as part of the whole name.
 * @returns a function from a text to the passages in it, in their order.
 */
export function ownNameFinder(name: string, caseText = ''): (text: string) => Passage[] {
  const words = fold(name).match(/[\p{L}\p{M}'’-]+/gu) ?? []
  const single = words.filter((word) => word.length > 1 && !PARTICLES.has(word))
  const unknown = single.filter((word) => find(caseText, [word]).length === 0)
  const whole = words.length > 1 ? [words.join(' ')] : []
  return (text) => find(text, [...whole, ...unknown])
}

function find(text: string, names: readonly string[]): Passage[] {
  if (names.length === 0 || text === '') return []
  const anyName = names.map((name) => name.split(' ').map(escapeRegExp).join('[\\s.]+')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyName})(?![\\p{L}\\p{N}])`, 'gu')
  return [...fold(text).matchAll(pattern)]
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
    .filter((passage) => !isOrdinary(text, passage))
}

function isOrdinary(text: string, { from, to }: Passage): boolean {
  const word = text.slice(from, to)
  if (!ORDINARY_WORDS.has(fold(word))) return false
  return word.charAt(0) === word.charAt(0).toLowerCase() || SENTENCE_BEGINS.test(text.slice(0, from))
}

/** Lower case without accents, unit by unit: what is found in it stands at the same place in the text. */
const fold = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => foldUnit(text.charAt(at))).join('')

function foldUnit(unit: string): string {
  const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.length === 1 ? plain : unit
}

/** Whichever apostrophe was typed. */
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]")
