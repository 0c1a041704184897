import { z } from 'zod'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { WrittenText } from './written-source.ts'

const savedShape = z.object({ text: z.string(), base: z.int().min(0), reason: z.string() })

/** A saved draft as the page may show it: whatever an open page sent is no more than that until it is read here. */
export function readSavedText(saved: SavedDraft | null): SavedDraft<WrittenText> | null {
  const read = savedShape.safeParse(saved?.body)
  return saved && read.success ? { ...saved, body: read.data } : null
}

export const isSameText = (a: WrittenText, b: WrittenText): boolean =>
  a.text === b.text && a.base === b.base && a.reason === b.reason
