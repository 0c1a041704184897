import { loadVersions, rubricVersion, writtenVersion } from '#app/content/catalogue.server.ts'
import { situationHtml } from '#app/content/render-prose.server.tsx'
import type { PublishedRubric } from '#app/content/schemas.ts'
import { promptsOf } from '#app/content/vignettes.ts'
import { type AppealRecord, findAppeal, listAppeals } from '#app/db/appeals.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { RichDocument } from '#app/rich-text/document.ts'

const PAGE_SIZE = 25

/** One page, counted from 1, of the appeals that the actor may decide: never one in which they are involved. */
export async function readAppeals(actor: Actor, page: number) {
  const { appeals, total } = await listAppeals(actor.id, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  return { appeals, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}

export type AppealView = Pick<
  AppealRecord,
  'id' | 'ground' | 'statement' | 'lodgedAt' | 'outcome' | 'reasons' | 'decidedAt' | 'marks' | 'finals'
> & {
  isTaken: boolean
  isYours: boolean
  vignetteTitle: string
  situationHtml: string
  answers: { id: string; label: string; document: RichDocument }[]
  rubric: Pick<PublishedRubric, 'criteria' | 'criticalErrors'>
}

/**
 * An appeal with the record of the marking, for whoever had no part in it. Neither the trainee nor a marker is named: what is
 * decided is how it was marked, not who they are.
 * @throws 404 for an appeal in which the actor is involved.
 */
export async function readAppeal(actor: Actor, appealId: string): Promise<AppealView> {
  const appeal = await findAppeal(actor.id, appealId)
  if (!appeal) throw new Response('There is no such appeal.', { status: 404 })
  await loadVersions([appeal.vignetteVersionId, appeal.rubricVersionId])
  const vignette = await writtenVersion(appeal.vignetteVersionId)
  const { criteria, criticalErrors } = await rubricVersion(appeal.rubricVersionId)
  const { id, ground, statement, lodgedAt, outcome, reasons, decidedAt, marks, finals, handlerId } = appeal
  return {
    ...{ id, ground, statement, lodgedAt, outcome, reasons, decidedAt, marks, finals },
    isTaken: handlerId !== null,
    isYours: handlerId === actor.id,
    vignetteTitle: vignette.title,
    situationHtml: situationHtml(vignette),
    answers: promptsOf(vignette).flatMap((prompt) => {
      const document = appeal.answers[prompt.id] as RichDocument | undefined
      return document ? [{ id: prompt.id, label: prompt.label, document }] : []
    }),
    rubric: { criteria, criticalErrors },
  }
}
