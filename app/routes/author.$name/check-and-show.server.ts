import type { Actor } from '#app/domain/people.ts'
import { checkSource } from '#app/features/authoring/check-source.server.ts'
import { compareTexts, type Stretch } from '#app/features/authoring/compare-texts.ts'
import { viewFile } from '#app/features/authoring/view-file.server.ts'
import {
  faultWords,
  type RefusedSource,
  type SentSource,
  type WrittenText,
} from '#app/features/authoring/written-source.ts'
import { faultIn } from '#app/http/form.server.ts'
import { previewHtml } from './preview-of.server.tsx'

/** A text that could be published: what it changes, and how it is read. */
export type ShownSource = { typed: WrittenText; differs: Stretch[]; openPoints: string[]; previewHtml: string | null }

/** Checks a text and shows what would become of it; nothing is published. */
export async function checkAndShow(
  actor: Pick<Actor, 'id' | 'profession'>,
  name: string,
  { text, base, reason, typed: sent }: SentSource,
): Promise<{ refused: RefusedSource } | { shown: ShownSource }> {
  const typed = { text, base, reason }
  const checked = await checkSource(name, text)
  if (checked.faults)
    return {
      refused: { fault: faultIn('text', faultWords(checked.faults), sent), typed, findings: checked.faults },
    }
  const { path, items, openPoints } = checked
  const differs = compareTexts((await viewFile(actor, name)).text, text)
  return { shown: { typed, differs, openPoints, previewHtml: previewHtml(path, items, actor.profession) } }
}
