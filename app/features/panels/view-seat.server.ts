import { loadVersions, rubricVersion, vignetteVersion } from '#app/content/catalogue.server.ts'
import { type KeyedQuestion, keyedQuestion } from '#app/content/keyed-question.ts'
import { situationHtml } from '#app/content/render-prose.server.tsx'
import type { PublishedRubric } from '#app/content/rubric-schema.ts'
import type { Vignette } from '#app/content/vignette-schema.ts'
import { findOwnSeat, type OwnSeat } from '#app/db/panel-seats.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { type PanelBody, panelBodyIn } from '#app/domain/keyed/panel-answer.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { fieldsIn, fieldsOfMark } from './mark-fields.ts'
import { keyedVersion } from './panel-key.server.ts'
import { whySeatClosed } from './seat-closed.ts'

type SeatFrame = Pick<OwnSeat, 'panelId' | 'title' | 'itemTitle' | 'closesOn' | 'answeredAt'> & {
  warning: Vignette['warning'] | null
  /** Why nothing can be answered any more; null while it can. */
  closed: string | null
}

type Answering<Body> = { draft: SavedDraft<Body> | null; initial: Body }

export type KeyedSeat = SeatFrame & {
  form: 'keyed'
  situationHtml: string
  question: KeyedQuestion
} & Answering<PanelBody>

export type BenchmarkSeat = SeatFrame & {
  form: 'benchmark'
  /** They stay on the server. */
  versions: { vignetteVersionId: string; benchmarkVersionId: string }
  rubric: Pick<PublishedRubric, 'title' | 'criteria' | 'global' | 'criticalErrors' | 'pass'>
} & Answering<MarkFields>

export type Seat = KeyedSeat | BenchmarkSeat

/**
 * What the actor is asked as a member of a panel, with what they have answered so far: the same that a trainee or a marker sees,
 * and nothing of a key, a consensus or another member.
 * @throws 404 for a panel that they do not sit on.
 */
export async function viewSeat(actor: Pick<Actor, 'id'>, panelId: string, now: Date): Promise<Seat> {
  const seat = await findOwnSeat(actor.id, panelId)
  if (!seat) throw new Response('You are not invited to such a panel.', { status: 404 })
  const { title, itemTitle, closesOn, answeredAt, involvement } = seat
  const frame = { panelId: seat.panelId, title, itemTitle, closesOn, answeredAt }
  const closed = whySeatClosed({ closesOn, involvement }, now)
  return seat.kind === 'benchmark'
    ? { ...frame, closed, ...(await benchmarkSeat(seat)) }
    : { ...frame, closed, ...(await keyedSeat(seat)) }
}

async function keyedSeat(seat: OwnSeat) {
  const vignette = await keyedVersion(seat.contentVersionId)
  const given = typeof seat.answers === 'object' ? { ...seat.answers, expertise: seat.expertise } : {}
  return {
    form: 'keyed' as const,
    warning: vignette.warning ?? null,
    situationHtml: situationHtml(vignette),
    question: keyedQuestion(vignette),
    draft: seat.draft && { ...seat.draft, body: panelBodyIn(vignette, seat.draft.body) },
    initial: panelBodyIn(vignette, given),
  }
}

async function benchmarkSeat(seat: OwnSeat) {
  const { vignetteVersionId, rubricVersionId, contentVersionId: benchmarkVersionId } = seat
  if (!vignetteVersionId || !rubricVersionId) throw new Error('a benchmark without a vignette or a rubric')
  await loadVersions([vignetteVersionId, rubricVersionId, benchmarkVersionId])
  const { title, criteria, global, criticalErrors, pass } = await rubricVersion(rubricVersionId)
  const { warning = null } = await vignetteVersion(vignetteVersionId)
  return {
    form: 'benchmark' as const,
    warning,
    versions: { vignetteVersionId, benchmarkVersionId },
    rubric: { title, criteria, global, criticalErrors, pass },
    draft: seat.draft && { ...seat.draft, body: fieldsIn(seat.draft.body) },
    initial: fieldsOfMark(seat),
  }
}
