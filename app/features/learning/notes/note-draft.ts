import { plainDocument, type RichDocument } from '#app/rich-text/document.ts'

/** A note while it is being written. */
export type NoteDraft = { note: RichDocument }

/** The note that was kept, or a blank one. It was checked when it was kept. */
export const draftOfNote = (note: unknown): NoteDraft => ({ note: (note ?? plainDocument('')) as RichDocument })
