import { rubricVersion } from '#app/content/catalogue.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteDraft, findDraft } from '#app/db/drafts.server.ts'
import { findInvolvement, type HeldMembership, holdMembership, savePanelAnswer } from '#app/db/panel-seats.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import { type PanelBody, panelBodyIn, readPanelFields, readPanelMark } from '#app/domain/keyed/panel-answer.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { fieldsIn } from './mark-fields.ts'
import { keyedVersion } from './panel-key.server.ts'
import { whySeatClosed } from './view-seat.server.ts'

export type SentSeat = {
  /** The version of the draft that the page was on. */
  draftVersion: number
  fields: Readonly<Record<string, string>>
}

type Refused<Form extends string, Body> = {
  form: Form
  /** By the name of the field that each stands beside; `''` is of the whole. */
  errors: Record<string, string>
  /** Null when the form could not be read at all: what was saved before goes on. */
  typed: Body | null
  /** Saved from another page meanwhile: to be compared, not overwritten. */
  newer?: SavedDraft<Body>
}

export type RefusedSeat = Refused<'keyed', PanelBody> | Refused<'benchmark', MarkFields>

/**
 * Takes the answer of a member of a panel. It can be given again until the panel closes; the last one counts.
 * @returns what has to be put right, with all that was typed; nothing is changed then.
 * @throws 404 for a panel that the actor does not sit on.
 */
export function answerPanel(
  actor: Actor,
  panelId: string,
  sent: SentSeat,
  now: Date,
): Promise<{ isAnswered: true } | { refused: RefusedSeat }> {
  return transact(async (tx) => {
    const seat = await holdMembership(tx, actor.id, panelId)
    if (!seat) throw new Response('You are not invited to such a panel.', { status: 404 })
    const involvement = await findInvolvement(tx, { userId: actor.id, itemId: seat.itemId })
    const closed = whySeatClosed({ closesOn: seat.closesOn, involvement }, now)
    const saved = await findDraft(tx, { ownerId: actor.id, kind: 'panel', subjectId: seat.memberId })
    const read = seat.kind === 'benchmark' ? await readMark(seat, sent, saved) : await readAnswers(seat, sent, saved)
    if (closed) return { refused: { ...read.refused, errors: { '': closed } } as RefusedSeat }
    if (!read.given) return { refused: read.refused }
    await keepAnswer(tx, { actor, seat, given: read.given, now })
    return { isAnswered: true }
  })
}

type Given = { expertise: string; answers: object }

type Read = { given: Given | null; refused: RefusedSeat }

async function readAnswers(seat: HeldMembership, sent: SentSeat, saved: SavedDraft | null): Promise<Read> {
  const vignette = await keyedVersion(seat.contentVersionId)
  const { body, errors } = readPanelFields(vignette, sent.fields)
  const newer = body && newerThan(sent, saved && { ...saved, body: panelBodyIn(vignette, saved.body) }, body)
  const isComplete = body && !newer && Object.keys(errors).length === 0
  return {
    given: isComplete ? { expertise: body.expertise, answers: { answers: body.answers, reasons: body.reasons } } : null,
    refused: { form: 'keyed', typed: body, ...(newer ? { errors: { '': MEANWHILE }, newer } : { errors }) },
  }
}

async function readMark(seat: HeldMembership, sent: SentSeat, saved: SavedDraft | null): Promise<Read> {
  if (!seat.rubricVersionId) throw new Error('a benchmark without a rubric')
  const read = readPanelMark(await rubricVersion(seat.rubricVersionId), sent.fields)
  const newer = newerThan(sent, saved && { ...saved, body: fieldsIn(saved.body) }, sent.fields)
  const errors = 'faults' in read ? read.faults : {}
  return {
    given: 'faults' in read || newer ? null : { expertise: read.expertise, answers: read.mark },
    refused: { form: 'benchmark', typed: sent.fields, ...(newer ? { errors: { '': MEANWHILE }, newer } : { errors }) },
  }
}

const MEANWHILE = 'Another version of this was saved meanwhile. Read both first.'

/** A draft from elsewhere that says something else than what was sent. */
const newerThan = <Body>(sent: SentSeat, saved: SavedDraft<Body> | null, body: Body): SavedDraft<Body> | null =>
  saved && saved.version !== sent.draftVersion && !isSameJson(saved.body, body) ? saved : null

type Keeping = { actor: Actor; seat: HeldMembership; given: Given; now: Date }

async function keepAnswer(tx: Db, { actor, seat, given, now }: Keeping): Promise<void> {
  await savePanelAnswer(tx, { memberId: seat.memberId, ...given, now })
  await deleteDraft(tx, { ownerId: actor.id, kind: 'panel', subjectId: seat.memberId })
  await recordAudit(tx, {
    actor,
    action: 'panel.answered',
    object: { kind: 'panel', id: seat.id },
    details: { memberId: seat.memberId, isAgain: seat.answeredAt !== null },
    at: now,
  })
}
