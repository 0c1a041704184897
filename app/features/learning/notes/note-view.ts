import type { ShownParagraph } from '#app/content/paragraph-text.ts'
import type { StudyNote } from '#app/db/study-notes.server.ts'
import { type PlacedWords, placeOf } from '#app/domain/study-note.ts'
import type { RichDocument } from '#app/rich-text/document.ts'

/** Marked words as their owner sees them. */
export type NoteView = {
  id: string
  quote: string
  note: RichDocument | null
  madeAt: string
  /** Where the words stand in the lesson; absent once they were changed or taken out. */
  place: PlacedWords | undefined
}

/** In the order of the lesson; what is no longer in it comes last. */
export function noteViews(notes: readonly StudyNote[], paragraphs: readonly ShownParagraph[]): NoteView[] {
  const order = new Map(paragraphs.map(({ id }, index) => [id, index]))
  const rank = ({ place }: NoteView) => (place ? (order.get(place.anchor) ?? 0) : paragraphs.length)
  return notes
    .map((one) => ({
      id: one.id,
      quote: one.quote,
      note: one.note as RichDocument | null,
      madeAt: one.madeAt,
      place: placeOf(one, paragraphs),
    }))
    .toSorted((a, b) => rank(a) - rank(b) || (a.place?.from ?? 0) - (b.place?.from ?? 0))
}

/** Where a note stands on its lesson's page. */
export const noteAnchor = (id: string) => `note-${id}`
