import type { Finding } from '#app/content/findings.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { FormFault } from '#app/http/form.server.ts'

/** A text while it is written. `base` is the version of the file that it goes on from. */
export type WrittenText = { text: string; base: number; reason: string }

export type SentSource = WrittenText & { draftVersion: number; typed: FormFault['values'] }

/** Why nothing was published. */
export type RefusedSource = {
  fault: FormFault
  typed: WrittenText
  /** What is wrong with the text, by line; empty where it is something else. */
  findings: Finding[]
  /** Saved from another page meanwhile: to be compared, not overwritten. */
  newer?: SavedDraft<WrittenText>
  /** Another version was published meanwhile; the text goes on from it when it is sent again. */
  isOvertaken?: boolean
}

/** What stands above a text in which something is at fault. */
export const faultWords = (findings: readonly Finding[]): string =>
  inNumber(findings.length, {
    one: 'One thing is at fault. It is named beside the text.',
    other: '{n} things are at fault. They are named beside the text.',
  })
