import { rubricVersion } from '#app/content/catalogue.server.ts'
import type { HeldMembership } from '#app/db/panel-seats.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import { type PanelBody, panelBodyIn, readPanelFields, readPanelMark } from '#app/domain/keyed/panel-answer.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import { fieldsIn } from './mark-fields.ts'
import { keyedVersion } from './panel-key.server.ts'

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

/** A complete answer, as it is kept. */
export type Given = { expertise: string; answers: object }

/** What a form of a seat says: null while it is not complete, with what is to be put right. */
export type ReadSeat = { given: Given | null; refused: RefusedSeat }

export const readSeat = (seat: HeldMembership, sent: SentSeat, saved: SavedDraft | null): Promise<ReadSeat> =>
  seat.kind === 'benchmark' ? readMark(seat, sent, saved) : readAnswers(seat, sent, saved)

async function readAnswers(seat: HeldMembership, sent: SentSeat, saved: SavedDraft | null): Promise<ReadSeat> {
  const vignette = await keyedVersion(seat.contentVersionId)
  const { body, errors } = readPanelFields(vignette, sent.fields)
  const newer = body && newerThan(sent, saved && { ...saved, body: panelBodyIn(vignette, saved.body) }, body)
  const isComplete = body && !newer && Object.keys(errors).length === 0
  return {
    given: isComplete ? { expertise: body.expertise, answers: { answers: body.answers, reasons: body.reasons } } : null,
    refused: { form: 'keyed', typed: body, ...(newer ? { errors: { '': MEANWHILE }, newer } : { errors }) },
  }
}

async function readMark(seat: HeldMembership, sent: SentSeat, saved: SavedDraft | null): Promise<ReadSeat> {
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
