import { beginsSentence, foldName, ORDINARY_WORDS } from './name-words.ts'
import type { Passage } from './passages.ts'

/** Parts of a name that say nothing of whose it is. */
const PARTICLES = new Set(
  'al bin da de del den der di dos dr du el ibn la le miss mr mrs ms of prof sir ter the und van von y zu'.split(' '),
)

/**
 * Finds where a person names themselves in a text: the whole name, or one word of it, as whole words, in any case and with or
 * without accents; a possessive's ending is no part of it.
 * @param name as the account has it.
 * @param caseText what the answer is about: a word of the name that stands there is somebody else's as well, and is found only
 *   as part of the whole name.
 * @returns a function from a text to the passages in it, in their order.
 */
export function ownNameFinder(name: string, caseText = ''): (text: string) => Passage[] {
  const words = foldName(name).match(/[\p{L}\p{M}'’-]+/gu) ?? []
  const single = words.filter((word) => word.length > 1 && !PARTICLES.has(word))
  const unknown = single.filter((word) => find(caseText, [word]).length === 0)
  const whole = words.length > 1 ? [words.join(' ')] : []
  return (text) => find(text, [...whole, ...unknown])
}

function find(text: string, names: readonly string[]): Passage[] {
  if (names.length === 0 || text === '') return []
  const anyName = names.map((name) => name.split(' ').map(escapeRegExp).join('[\\s.]+')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyName})(?![\\p{L}\\p{N}])`, 'gu')
  return [...foldName(text).matchAll(pattern)]
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
    .filter((passage) => !isOrdinary(text, passage))
}

function isOrdinary(text: string, { from, to }: Passage): boolean {
  const word = text.slice(from, to)
  if (!ORDINARY_WORDS.has(foldName(word))) return false
  return word.charAt(0) === word.charAt(0).toLowerCase() || beginsSentence(text, from)
}

/** Whichever apostrophe was typed. */
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]")
