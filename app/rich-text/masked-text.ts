import { ownNameFinder } from '#app/domain/own-name.ts'
import type { Passage } from '#app/domain/passages.ts'
import type { RichDocument } from './document.ts'
import { maskPassages, NAME_MASK } from './mask-names.ts'
import { textBlocksOf } from './plain-text.ts'

/** Where a writer's own name was masked in a document, and so where a passage stands with the mask and without. */
export type MaskedText = {
  /** A passage of the text as it is shown to a marker, in the text as it was written. One that cuts a mask takes the whole name. */
  toWritten: (passage: Passage) => Passage
  /** A passage of the text as it was written, in the text as it is shown. One that cuts a name takes the whole mask. */
  toShown: (passage: Passage) => Passage
}

/** A text in one piece without its writer's name, and where a passage of it stands then. One that cuts a name takes the whole mask. */
export function maskPlainText(
  text: string,
  name: string,
  caseText: string,
): { text: string; toShown: MaskedText['toShown'] } {
  const masked = masksAt(ownNameFinder(name, caseText)(text))
  return {
    text: maskPassages(
      text,
      masked.map(({ written }) => written),
    ),
    toShown: between(masked, 'written', 'shown'),
  }
}

type Edge = 'from' | 'to'
type Masked = { written: Passage; shown: Passage }

/** What `maskNames` does to a document with the same name and case, as places in its plain text. Without a name nothing moves. */
export function maskedText(document: RichDocument, name: string | null, caseText: string): MaskedText {
  const masked = name === null ? [] : masksOf(document, name, caseText)
  return { toWritten: between(masked, 'shown', 'written'), toShown: between(masked, 'written', 'shown') }
}

const between = (masked: readonly Masked[], is: keyof Masked, becomes: keyof Masked) => (passage: Passage) => ({
  from: move(passage.from, 'from', masked, is, becomes),
  to: move(passage.to, 'to', masked, is, becomes),
})

function masksOf(document: RichDocument, name: string, caseText: string): Masked[] {
  const find = ownNameFinder(name, caseText)
  return masksAt(
    textBlocksOf(document).flatMap(({ from, text }) =>
      find(text).map((passage) => ({ from: from + passage.from, to: from + passage.to })),
    ),
  )
}

function masksAt(names: readonly Passage[]): Masked[] {
  let longer = 0
  return names.map((written) => {
    const from = written.from + longer
    longer += NAME_MASK.length - (written.to - written.from)
    return { written, shown: { from, to: from + NAME_MASK.length } }
  })
}

/** The last name that begins before this place says how far the text has moved here. */
function move(place: number, edge: Edge, masked: readonly Masked[], is: keyof Masked, becomes: keyof Masked): number {
  const before = masked.findLast((one) => one[is].from < place)
  if (!before) return place
  return place < before[is].to ? before[becomes][edge] : place - before[is].to + before[becomes].to
}
