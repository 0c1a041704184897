import { z } from 'zod'
import { policy } from '#app/auth/policy.ts'
import { digestOf } from '#app/content/digest.server.ts'
import { tellThoseWhoDecide } from '#app/db/application-notices.server.ts'
import { insertApplication, insertEvent, insertSnapshot, moveApplication } from '#app/db/application-writing.server.ts'
import {
  type Application,
  holdApplication,
  listEntryVersions,
  listHeldStatuses,
  listOwnApplications,
  type Snapshot,
} from '#app/db/applications.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { holdPortfolio } from '#app/db/portfolio-writing.server.ts'
import { feeStanding, isFeeOpen } from '#app/domain/billing/fee.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { isSelling } from '#app/integrations/stripe.server.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import { toBegin, toRenew } from './application-aim.server.ts'
import { place } from './follow-pathway.server.ts'
import { appealUntil } from './view-applying.server.ts'
import { readStandpoint, type Standpoint } from './view-progress.server.ts'

const words = (name: string, least: number) =>
  z.string().trim().min(least, `${name} in at least ${least} characters.`).max(5000, 'Use at most 5,000 characters.')

export const applicationForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('apply'),
    text: z.string().trim().max(5000, 'Use at most 5,000 characters.').default(''),
    confirmed: z.literal('on', { error: 'Confirm that what you hand in is true and yours.' }),
  }),
  z.object({
    intent: z.literal('renew'),
    status: z.uuid(),
    text: z.string().trim().max(5000, 'Use at most 5,000 characters.').default(''),
    confirmed: z.literal('on', { error: 'Confirm that what you hand in is true and yours.' }),
  }),
  z.object({ intent: z.literal('answer'), text: words('Say what you have added or changed', 20) }),
  z.object({ intent: z.literal('withdraw') }),
  z.object({ intent: z.literal('appeal'), text: words('Say what was not as it should be', 50) }),
])
export type ApplicationFields = z.output<typeof applicationForm>

/** Why not, beside the field that it is about. */
export type Refusal = { field: string; message: string }

/**
 * What a trainee does with an application of their own: apply with the evidence as it stands, or for the renewal of a status while
 * that is open; answer with the evidence as it stands now, withdraw, or appeal against a refusal within ten working days.
 * @param confirmed what looks like an identifier in the text, and may stay.
 * @returns why not, or null.
 */
export async function changeOwnApplication(
  actor: Actor,
  fields: ApplicationFields,
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<Refusal | null> {
  return transact(async (tx) => {
    const refusal = await change(tx, actor, fields, now, confirmed)
    const subject = fields.intent === 'renew' ? `renew.${fields.status}` : fields.intent
    if (!refusal) await deleteKeptForm(tx, actor, 'own-application', subject)
    return refusal
  })
}

async function change(
  tx: Db,
  actor: Actor,
  fields: ApplicationFields,
  now: Date,
  confirmed: readonly Confirmation[],
): Promise<Refusal | null> {
  await holdPortfolio(tx, actor.id)
  // Read while nobody can write into the portfolio, so that the facts and the versions of the entries are of one moment.
  const needsEvidence = ['apply', 'renew', 'answer'].includes(fields.intent)
  const standpoint = needsEvidence ? await readStandpoint(actor.id) : undefined
  const [latest] = await listOwnApplications(tx, actor.id)
  if (fields.intent === 'apply' || fields.intent === 'renew') {
    const renewing = fields.intent === 'renew' ? fields.status : null
    return apply(tx, { actor, latest, standpoint, renewing, text: fields.text, confirmed, now })
  }
  const application = latest && (await holdApplication(tx, latest.id))
  if (!application) throw new Response('You have not applied.', { status: 404 })
  const step = { actor, application, confirmed, now }
  if (fields.intent === 'withdraw') return withdraw(tx, step)
  if (fields.intent === 'appeal') return appeal(tx, { ...step, text: fields.text })
  return answer(tx, { ...step, standpoint, text: fields.text })
}

type Applying = {
  actor: Actor
  confirmed: readonly Confirmation[]
  latest: Application | undefined
  standpoint: Standpoint | undefined
  /** The status to be renewed; null for a first application. */
  renewing: string | null
  text: string
  now: Date
}

async function apply(tx: Db, applying: Applying): Promise<Refusal | null> {
  const { actor, latest, standpoint, renewing, text, confirmed, now } = applying
  if (latest && latest.closedAt === null) return { field: '', message: 'You have applied already.' }
  if (latest && isAppealOpen(latest)) return { field: '', message: 'Your appeal is being looked at.' }
  if (!standpoint) return { field: '', message: 'No pathway is offered at the moment.' }
  const statuses = await listHeldStatuses(tx, actor.id)
  const aim = renewing ? toRenew(statuses, renewing, actor, now) : toBegin(statuses, standpoint.followed, actor, now)
  if ('message' in aim) return aim
  const { followed } = standpoint
  if (!renewing && !followed.isChosen) await place(tx, actor, followed, now)
  const id = await insertApplication(tx, { userId: actor.id, ...aim, now })
  await takeSnapshot(tx, { applicationId: id, number: 1, standpoint, actor, now })
  await insertEvent(tx, { applicationId: id, kind: 'applied', byId: actor.id, at: now, text })
  await record(tx, {
    actor,
    id,
    action: 'application.sent',
    details: renewing ? { renews: renewing } : {},
    confirmed,
    now,
  })
  // Those who decide are told when its fee has come.
  const application = isSelling() ? await holdApplication(tx, id) : null
  if (!application || !isFeeOpen(feeStanding(application.fee, [], 'submitted'))) await tellStaff(tx, id, now)
  return null
}

type Step = { actor: Actor; application: Application; confirmed: readonly Confirmation[]; now: Date }

async function answer(
  tx: Db,
  { actor, application, standpoint, text, confirmed, now }: Step & { standpoint: Standpoint | undefined; text: string },
): Promise<Refusal | null> {
  const { id, state, snapshot } = application
  if (state !== 'more_asked') return { field: '', message: 'Nothing is asked of you at the moment.' }
  if (!standpoint) return { field: '', message: 'No pathway is offered at the moment.' }
  await takeSnapshot(tx, { applicationId: id, number: snapshot.number + 1, standpoint, actor, now })
  await insertEvent(tx, { applicationId: id, kind: 'answered', byId: actor.id, at: now, text })
  await moveApplication(tx, id, { state: 'submitted' })
  await record(tx, { actor, id, action: 'application.answered', confirmed, now })
  await tellStaff(tx, id, now)
  return null
}

async function withdraw(tx: Db, { actor, application: { id, closedAt }, now }: Step): Promise<Refusal | null> {
  if (closedAt) return { field: '', message: 'It is closed already.' }
  await insertEvent(tx, { applicationId: id, kind: 'withdrawn', byId: actor.id, at: now })
  await moveApplication(tx, id, { state: 'withdrawn', closedAt: now })
  await record(tx, { actor, id, action: 'application.withdrawn', now })
  return null
}

async function appeal(
  tx: Db,
  { actor, application, text, confirmed, now }: Step & { text: string },
): Promise<Refusal | null> {
  const { id } = application
  if (!appealUntil(application, actor, now))
    return { field: '', message: 'There is nothing to appeal against, or it is too late.' }
  await insertEvent(tx, { applicationId: id, kind: 'appealed', byId: actor.id, at: now, text })
  await record(tx, { actor, id, action: 'application.appealed', confirmed, now })
  await tellStaff(tx, id, now)
  return null
}

const isAppealOpen = ({ events }: Application) =>
  events.filter(({ kind }) => kind === 'appealed').length >
  events.filter(({ kind }) => kind === 'appeal_decided').length

type Taking = { applicationId: string; number: number; standpoint: Standpoint; actor: Actor; now: Date }

/** Freezes what the person has at this moment. */
async function takeSnapshot(tx: Db, { applicationId, number, standpoint, actor, now }: Taking): Promise<void> {
  const entries = await listEntryVersions(tx, actor.id)
  const body: Snapshot = { facts: standpoint.facts, at: todayIn(actor.timeZone, now), entries }
  await insertSnapshot(tx, { applicationId, number, body, digest: digestOf(body), takenAt: now })
}

const tellStaff = (tx: Db, id: string, now: Date) => tellThoseWhoDecide(tx, id, policy['applications.decide'], now)

type Recorded = {
  actor: Actor
  id: string
  action: `application.${string}`
  details?: Record<string, string>
  confirmed?: readonly Confirmation[]
  now: Date
}

const record = (tx: Db, { actor, id, action, details = {}, confirmed = [], now }: Recorded) =>
  recordAudit(tx, {
    ...{ actor, action, object: { kind: 'application', id }, at: now },
    details: { ...details, ...auditedConfirmations(confirmed) },
  })
