import { loadVersions, rubricVersion, writtenVersion } from '#app/content/catalogue.server.ts'
import { situationHtml } from '#app/content/render-prose.server.tsx'
import type { PublishedRubric, WrittenVignette } from '#app/content/schemas.ts'
import { caseTextOf, promptsOf } from '#app/content/vignettes.ts'
import { findScriptOfMarker, type LockedMark } from '#app/db/marks.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import { maskNames } from '#app/rich-text/mask-names.ts'
import { readMarkFields } from './read-mark-fields.ts'

export type ScriptView = {
  code: string
  vignette: Pick<WrittenVignette, 'title' | 'transcript'> & { situationHtml: string; warning: string | undefined }
  answers: { id: string; label: string; help: string; document: RichDocument }[]
  rubric: Pick<PublishedRubric, 'title' | 'criteria' | 'global' | 'criticalErrors' | 'pass'>
  draft: SavedDraft<MarkFields> | null
  mark: LockedMark | null
}

/**
 * A script that the actor claimed, with what they have marked so far. It carries the script's code and nothing that tells
 * whose it is or when it was written: no ids, no times of the trainee, no attempt number.
 * @throws 404 for a script that is not with the actor.
 */
export async function viewScript(actor: Actor, code: string): Promise<ScriptView> {
  const script = await findScriptOfMarker({ code, markerId: actor.id })
  if (!script) throw new Response('This script is not with you.', { status: 404 })
  await loadVersions([script.vignetteVersionId, script.rubricVersionId])
  const vignette = await writtenVersion(script.vignetteVersionId)
  const { title, criteria, global, criticalErrors, pass } = await rubricVersion(script.rubricVersionId)
  const { draft, mark, writerName } = script
  const anonymous = (document: RichDocument) =>
    writerName === null ? document : maskNames(document, writerName, caseTextOf(vignette))
  return {
    code,
    vignette: {
      title: vignette.title,
      transcript: vignette.transcript,
      situationHtml: situationHtml(vignette),
      warning: vignette.warning?.text,
    },
    answers: promptsOf(vignette).flatMap(({ id, label, help }) => {
      const document = script.answers[id] as RichDocument | undefined
      return document ? [{ id, label, help, document: anonymous(document) }] : []
    }),
    rubric: { title, criteria, global, criticalErrors, pass },
    draft: draft && { ...draft, body: readMarkFields(draft.body) },
    mark,
  }
}
