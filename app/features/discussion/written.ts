import type { SavedDraft } from '#app/domain/draft.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { plainDocument, type RichDocument } from '#app/rich-text/document.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'

/** What somebody writes for their cohort, while they write it. A reply has no title. */
export type Written = { title: string; text: RichDocument }

export const nothingWritten = (): Written => ({ title: '', text: plainDocument('') })

/** A page to write on. */
export type WritingPage = {
  /** Of the draft. */
  subject: string
  draft: SavedDraft<Written> | null
  initial: Written
}

export type SentWriting = {
  /** Of the draft that the page was on. */
  draftVersion: number
  title: string
  text: string
  typed: FormFault['values']
}

export type RefusedWriting = {
  fault: ScreenFault
  typed: Written
  /** Saved from another page meanwhile: to be compared, not overwritten. */
  newer?: SavedDraft<Written>
}
