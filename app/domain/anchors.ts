import type { Passage } from './passages.ts'
import { liesWithin } from './passages.ts'
import { figure } from './wording.ts'

/** A marker's comment on a passage of one answer. */
export type Anchor = Passage & {
  promptId: string
  /** The words of the passage, as they stood. */
  quote: string
  text: string
  /** What it is about; absent for the answer as a whole. */
  criterionId?: string
}

/** The same before it is checked: without its words, which are cut from the answer. */
export type DraftAnchor = Omit<Anchor, 'quote'>

export const ANCHORS_AT_MOST = 50
export const ANCHOR_CHARACTERS = 1_000

/** The anchors of a draft, in the order in which they were made. Whatever is no anchor is left out. */
export function readAnchors(field: string | undefined): DraftAnchor[] {
  const list = parse(field ?? '[]')
  return Array.isArray(list) ? list.flatMap(readAnchor) : []
}

/** As the form's one field carries them to `readAnchors`; empty where there is none. */
export const writeAnchors = (anchors: readonly DraftAnchor[]): string =>
  anchors.length > 0 ? JSON.stringify(anchors) : ''

function readAnchor(value: unknown): DraftAnchor[] {
  if (typeof value !== 'object' || value === null) return []
  const { promptId, from, to, text, criterionId } = value as Record<string, unknown>
  if (typeof promptId !== 'string' || typeof from !== 'number' || typeof to !== 'number' || typeof text !== 'string')
    return []
  return [{ promptId, from, to, text, ...(typeof criterionId === 'string' && { criterionId }) }]
}

function parse(field: string): unknown {
  try {
    return JSON.parse(field || '[]')
  } catch {
    return undefined
  }
}

/**
 * Checks the comments on passages of one script.
 * @param texts the plain text of each answer, by its prompt.
 * @returns the comments with the words that they stand at, in the order of the answers; or one sentence on what has to be put right.
 */
export function checkAnchors(
  field: string | undefined,
  texts: ReadonlyMap<string, string>,
  criterionIds: readonly string[],
): { anchors: Anchor[] } | { fault: string } {
  if (parse(field ?? '[]') === undefined) return { fault: 'The comments on passages could not be read.' }
  const drafts = readAnchors(field)
  if (drafts.length > ANCHORS_AT_MOST) return { fault: `There are more than ${ANCHORS_AT_MOST} comments on passages.` }
  const anchors: Anchor[] = []
  for (const [at, { promptId, from, to, text, criterionId }] of drafts.entries()) {
    const answer = texts.get(promptId) ?? ''
    const fault = whyNoPassage({ from, to }, answer) ?? whyNoComment(text)
    if (fault) return { fault: `Comment ${at + 1} on a passage: ${fault}` }
    const about = criterionId !== undefined && criterionIds.includes(criterionId) ? { criterionId } : {}
    anchors.push({ promptId, from, to, quote: answer.slice(from, to), text: plain(text), ...about })
  }
  const order = [...texts.keys()]
  return {
    anchors: anchors.toSorted((a, b) => order.indexOf(a.promptId) - order.indexOf(b.promptId) || a.from - b.from),
  }
}

/** Why a passage cannot be commented on: it lies outside of the one answer that it belongs to, or has no words. */
function whyNoPassage(passage: Passage, answer: string): string | null {
  if (passage.to > answer.length) return 'the passage goes beyond its answer. Choose it within one answer.'
  return liesWithin(passage, answer) ? null : 'there are no words in the passage. Choose at least one.'
}

function whyNoComment(text: string): string | null {
  if (plain(text) === '') return 'say what you have to say about the passage.'
  const over = text.length - ANCHOR_CHARACTERS
  return over > 0 ? `this is ${over} over the limit of ${figure(ANCHOR_CHARACTERS)} characters.` : null
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim()
