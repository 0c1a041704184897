import { type DraftAnchor, writeAnchors } from '#app/domain/anchors.ts'
import { type MarkFields, markField, NOT_RATEABLE } from '#app/domain/mark-form.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { plainTextOf } from '#app/rich-text/plain-text.ts'
import type { DemoAnswer, DemoMark } from './answers.ts'

/** A mark as the form of a marking page sends it. */
export function markFields({ ratings, global, comment, criticalErrors }: DemoMark): MarkFields {
  const fields: Record<string, string> = {
    ...ratingFields(ratings),
    [markField.globalLevel]: `${global}`,
    [markField.overallComment]: comment,
  }
  for (const error of criticalErrors) {
    fields[markField.error(error.id)] = 'on'
    fields[markField.errorWords(error.id)] = error.comment
  }
  return fields
}

export function ratingFields(ratings: DemoMark['ratings']): MarkFields {
  const fields = Object.entries(ratings).flatMap(([id, { level, comment }]) => [
    [markField.level(id), level === null ? NOT_RATEABLE : `${level}`],
    [markField.comment(id), comment],
  ])
  return Object.fromEntries(fields)
}

/** The remarks on passages of an answer, at the place where their words stand. */
export function anchorFields({ key, anchors, prompts }: DemoAnswer): MarkFields {
  const placed = anchors.map(({ prompt, words, comment }): DraftAnchor => {
    const from = plainTextOf(plainDocument(prompts[prompt] ?? '')).indexOf(words)
    if (from === -1) throw new Error(`${key} has no words “${words}” in its ${prompt}.`)
    return { promptId: prompt, from, to: from + words.length, text: comment }
  })
  return placed.length > 0 ? { [markField.anchors]: writeAnchors(placed) } : {}
}
