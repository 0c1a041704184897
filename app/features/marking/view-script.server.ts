import { loadVersions, rubricVersion, writtenVersion } from '#app/content/catalogue.server.ts'
import type { PublishedRubric } from '#app/content/rubric-schema.ts'
import { type AnchoredMark, findScriptOfMarker } from '#app/db/marks.server.ts'
import type { BankComment } from '#app/domain/comment-bank.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { anchorsAsShown, answerTexts } from './answer-texts.server.ts'
import { readMarkFields } from './read-mark-fields.ts'
import { type ShownScript, showScript } from './shown-script.server.ts'

export type ShownRubric = Pick<PublishedRubric, 'title' | 'criteria' | 'global' | 'criticalErrors' | 'pass'>

export type ScriptView = {
  code: string
  script: ShownScript
  rubric: ShownRubric
  rubricSlug: string
  /** Comments to start from, the marker's own and shared ones; none once the mark is locked. */
  bank: BankComment[]
  draft: SavedDraft<MarkFields> | null
  mark: AnchoredMark | null
  /** There are two marks to compare, at `/marking/:code/differences`. Never before the actor's own mark of a pair is locked. */
  hasTwoMarks: boolean
  /** Never before the mark is locked, and then only of a benchmark whose consensus it lies far from. */
  isToldBenchmark: boolean
}

/**
 * A script that the actor claimed, with what they have marked so far. It carries the script's code and nothing that tells
 * whose it is or when it was written: no ids, no times of the trainee, no attempt number, and not the writer's own name.
 * @returns that it is not marked any more, when the trainee has withdrawn it.
 * @throws 404 for a script that is not with the actor.
 */
export async function viewScript(actor: Actor, code: string): Promise<ScriptView | { withdrawn: string }> {
  const found = await findScriptOfMarker({ code, markerId: actor.id })
  if (!found) throw new Response('This script is not with you.', { status: 404 })
  const { vignetteVersionId, rubricVersionId, benchmarkVersionId, isToldBenchmark, hasTwoMarks, draft, mark } = found
  if (found.isWithdrawn && !mark) return { withdrawn: 'The trainee has withdrawn this answer, so it is not marked.' }
  await loadVersions([vignetteVersionId, rubricVersionId, ...(benchmarkVersionId ? [benchmarkVersionId] : [])])
  const vignette = await writtenVersion(vignetteVersionId)
  const texts = await answerTexts(found, vignette)
  return {
    code,
    script: showScript(texts, vignette),
    rubric: shownRubric(await rubricVersion(rubricVersionId)),
    rubricSlug: found.rubricSlug,
    bank: found.bank,
    draft: draft && { ...draft, body: readMarkFields(draft.body) },
    mark: mark && { ...mark, anchors: anchorsAsShown(texts, mark.anchors) },
    hasTwoMarks,
    isToldBenchmark,
  }
}

/** What a page needs of a rubric. */
export const shownRubric = ({ title, criteria, global, criticalErrors, pass }: PublishedRubric): ShownRubric => ({
  title,
  criteria,
  global,
  criticalErrors,
  pass,
})
