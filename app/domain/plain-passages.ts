import { type DraftAnchor, readAnchors, writeAnchors } from './anchors.ts'
import { type MarkFields, markField } from './mark-form.ts'
import type { Passage } from './passages.ts'

/** The fields of the form without scripts: a few comments, each on one sentence of an answer. */
export const plainPassage = {
  rows: [1, 2, 3],
  place: (row: number) => `passage.${row}.place`,
  about: (row: number) => `passage.${row}.about`,
  text: (row: number) => `passage.${row}.text`,
} as const

/** How that form names a sentence. */
export const placeName = (promptId: string, { from, to }: Passage): string => `${from}-${to}-${promptId}`

const isPlain = (name: string) => /^passage\.\d\.(place|about|text)$/.test(name)

/**
 * Puts what was written on the form without scripts among the other comments on passages. What has no words is no comment; a place
 * that makes no sense is kept with its words, and refused with the mark.
 */
export function takePlainPassages(fields: MarkFields): MarkFields {
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => !isPlain(name)))
  const written = plainPassage.rows.flatMap((row) => anchorIn(fields, row))
  if (written.length === 0) return others
  const anchors = [...readAnchors(fields[markField.anchors]), ...written]
  return { ...others, [markField.anchors]: writeAnchors(anchors) }
}

function anchorIn(fields: MarkFields, row: number): DraftAnchor[] {
  const text = fields[plainPassage.text(row)]?.trim() ?? ''
  if (text === '') return []
  const [, from = -1, to = -1, promptId = ''] = /^(\d+)-(\d+)-(.+)$/s.exec(fields[plainPassage.place(row)] ?? '') ?? []
  const criterionId = fields[plainPassage.about(row)]
  return [{ promptId, from: Number(from), to: Number(to), text, ...(criterionId && { criterionId }) }]
}
