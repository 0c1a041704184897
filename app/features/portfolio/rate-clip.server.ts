import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { holdEntry } from '#app/db/portfolio-writing.server.ts'
import { type ClipToRate, findClipFor, insertRating } from '#app/db/supervision.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { isApprovedOn } from '#app/domain/portfolio/approval.ts'
import { INSTRUMENTS, isReviewed, isTotal, readLevels } from '#app/domain/portfolio/clip-descriptors.ts'
import { CLIP_DOMAIN_IDS, CLIP_DOMAINS, type ClipLevels } from '#app/domain/portfolio/clip-domains.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { type FormFault, faultIn } from '#app/http/form.server.ts'
import { typedIn } from '#app/http/form-errors.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { levelField, TOTALS } from './rating-fields.ts'

const COMMENT_LENGTH = 4000

type Typed = FormFault['values']
type Rating = { levels: ClipLevels; comment: string; instrument: string; totals: Record<string, number> }

export type ShownClip = ClipToRate

/** A clip that names the actor as whoever rates it. @throws 404 for any other. */
export async function viewClip(actor: Actor, clipId: string): Promise<ShownClip> {
  const clip = await findClipFor(actor.id, clipId)
  if (!clip) throw notThere()
  return clip
}

const notThere = () => new Response('There is no such clip before you.', { status: 404 })

const CHANGED =
  'The trainee has changed this clip meanwhile. Please look at what it says now, and send your rating again.'
const NOT_APPROVED = 'You are not approved as a supervisor today, so that a rating of yours would not count.'

/**
 * Rates a clip on our own domains. The newest rating of a version stands, and the earlier ones are kept.
 * @returns what has to be put right, or may name a patient.
 * @throws 404 for a clip that does not name the actor.
 */
export function rateClip(
  actor: Actor,
  clipId: string,
  typed: Typed,
  now: Date,
): Promise<{ isRated: true } | { fault: ScreenFault }> {
  return transact(async (tx) => {
    await holdEntry(tx, clipId)
    const clip = await findClipFor(actor.id, clipId, tx)
    if (!clip) throw notThere()
    const read = readRating(typed)
    if ('errors' in read) return { fault: { errors: read.errors, values: typed } }
    if (typedIn({ values: typed }, 'version') !== String(clip.version)) return { fault: faultIn('', CHANGED, typed) }
    const today = todayIn(actor.timeZone, now)
    if (!isApprovedOn(clip.approvals, today)) return { fault: faultIn('', NOT_APPROVED, typed) }
    const comment = { comment: { label: 'Comment', text: read.rating.comment } }
    const screened = screenFields(comment, { typed, today, people: [actor.name, clip.ownerName] })
    if (!screened.clean) return { fault: screened.fault }
    await deleteKeptForm(tx, actor, 'clip-rating', clipId)
    await keepRating(tx, actor, clip, { ...read.rating, confirmed: screened.confirmed }, now)
    return { isRated: true }
  })
}

type ScreenedRating = Rating & { confirmed: readonly Confirmation[] }

async function keepRating(
  tx: Db,
  actor: Actor,
  clip: ClipToRate,
  { levels, confirmed, ...rating }: ScreenedRating,
  now: Date,
) {
  const { id: entryId, version, ownerId: userId } = clip
  const id = await insertRating(tx, { entryId, version, supervisorId: actor.id, ratings: levels, ...rating, now })
  const params = { supervisorName: actor.name, clipId: entryId }
  await notify(tx, { userId, kind: 'clip-rated', params, now })
  const details = { entryId, version, isAgain: clip.rating !== null, ...auditedConfirmations(confirmed) }
  await recordAudit(tx, { actor, action: 'clip.rated', object: { kind: 'clip-rating', id }, details, at: now })
}

function readRating(typed: Typed): { rating: Rating } | { errors: FormFault['errors'] } {
  const errors: FormFault['errors'] = {}
  const read = readLevels((domain) => typedIn({ values: typed }, levelField(domain)))
  if ('missing' in read)
    for (const domain of read.missing)
      errors[levelField(domain)] = [`Choose a level for “${CLIP_DOMAINS[domain]}”, or say that it is not rateable.`]
  else if (!isReviewed(read.levels))
    errors[levelField(CLIP_DOMAIN_IDS[0] ?? 'stance')] = [
      'Rate one domain at least: a clip that cannot be rated is no review.',
    ]
  const comment = typedIn({ values: typed }, 'comment').trim()
  if (comment.length > COMMENT_LENGTH) errors.comment = [`Use at most ${COMMENT_LENGTH} characters.`]
  const instrument = INSTRUMENTS.find((known) => known === typedIn({ values: typed }, 'instrument')) ?? ''
  const totals = readTotals(typed, instrument, errors)
  if ('missing' in read || Object.keys(errors).length > 0) return { errors }
  return { rating: { levels: read.levels, comment, instrument, totals } }
}

/** Totals as means of items, with a comma or a point; a total without its instrument means nothing. */
function readTotals(typed: Typed, instrument: string, errors: FormFault['errors']): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const { field, id } of TOTALS) {
    const text = typedIn({ values: typed }, field).trim().replace(',', '.')
    if (text === '') continue
    const value = Number(text)
    if (!Number.isFinite(value) || !isTotal(value)) errors[field] = ['Write the mean of the items, from 1 to 7.']
    else if (instrument === '') errors.instrument = ['Choose the instrument that this total belongs to.']
    else totals[id] = Math.round(value * 100) / 100
  }
  return totals
}
