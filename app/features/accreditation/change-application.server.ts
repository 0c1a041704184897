import { z } from 'zod'
import { can } from '#app/auth/policy.ts'
import { pathwayVersion } from '#app/content/catalogue.server.ts'
import { findApplication, isBarredFrom } from '#app/db/application-reading.server.ts'
import {
  type Application,
  holdApplication,
  insertEvent,
  insertRequirementCheck,
  insertStatus,
  moveApplication,
} from '#app/db/applications.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { outcomeOf, whyNoDecision } from '#app/domain/application.ts'
import { askedIn } from '#app/domain/pathway/asked.ts'
import { addMonths, monthsIn } from '#app/domain/pathway/days.ts'

import type { Pathway } from '#app/domain/pathway/rules.ts'
import type { Actor } from '#app/domain/people.ts'
import { addDays, todayIn } from '#app/domain/portfolio/days.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import { hasOpenAppeal, isAssessedSince, reachOf } from './view-applications.server.ts'

const reason = z
  .string()
  .trim()
  .min(20, 'Write at least a sentence: the applicant reads it.')
  .max(5000, 'Use at most 5,000 characters.')
const favourable = z.enum(['yes', 'no'], { error: 'Choose one of the two.' })

export const changeForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('check'),
    requirement: z.string(),
    outcome: favourable,
    on: z.iso.date('Choose the day on which you looked it up.'),
    note: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
  }),
  z.object({
    intent: z.literal('ask'),
    requirement: z.string().min(1, 'Choose what you ask more about.'),
    text: reason,
  }),
  z.object({ intent: z.literal('refer'), assessor: z.string().min(1, 'Choose an assessor.'), text: reason }),
  z.object({ intent: z.literal('opinion'), favourable, text: reason }),
  z.object({ intent: z.literal('decide'), favourable, text: reason }),
  z.object({ intent: z.literal('decide-appeal'), favourable, text: reason }),
])
export type ApplicationChange = z.output<typeof changeForm>

type Refusal = { field: string; message: string }
type Step = {
  actor: Actor
  application: Application
  pathway: Pathway & { slug: string }
  confirmed: readonly Confirmation[]
  now: Date
}

/** What each change says to whoever made it. */
const DONE = {
  check: 'Recorded.',
  ask: 'The applicant has been told what you ask for.',
  refer: 'The assessor has been told.',
  opinion: 'Your opinion is recorded.',
  decide: 'Your decision is recorded.',
  'decide-appeal': 'The appeal is decided; the applicant has been told.',
}

/**
 * What staff, or an assessor, do with an application: check a requirement, ask for more on one, refer it, give an opinion, decide it or
 * an appeal. Nobody does so over themselves, over somebody whom they supervise, or where they declared a conflict of interest.
 * @param confirmed what looks like an identifier in what they wrote, and may stay.
 * @returns what was done in a sentence, or why not. Throws 404 for an application out of reach.
 */
export async function changeApplication(
  actor: Actor,
  id: string,
  change: ApplicationChange,
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<{ done: string } | { refusal: Refusal }> {
  const found = await findApplication(reachOf(actor), id, now)
  if (!found) throw new Response('There is no such application.', { status: 404 })
  const pathway = await pathwayVersion(found.pathwayVersionId)
  const refusal = await transact(async (tx) => {
    const application = await holdApplication(tx, id)
    if (!application) throw new Response('There is no such application.', { status: 404 })
    if (await isBarredFrom(tx, actor.id, id))
      return general('You have a part in this, so that it is decided by others.')
    if (change.intent !== 'opinion' && !can(actor, 'applications.decide'))
      throw new Response('This is for accreditation staff.', { status: 403 })
    return take(
      tx,
      change,
      { actor, application, pathway, confirmed, now },
      found.assessors.map(({ id: one }) => one),
    )
  })
  return refusal ? { refusal } : { done: DONE[change.intent] }
}

function take(tx: Db, change: ApplicationChange, step: Step, assessors: readonly string[]): Promise<Refusal | null> {
  switch (change.intent) {
    case 'check':
      return check(tx, change, step)
    case 'ask':
      return ask(tx, change, step)
    case 'refer':
      return refer(tx, change, step, assessors)
    case 'opinion':
      return giveOpinion(tx, change, step)
    case 'decide':
      return decide(tx, change, step)
    case 'decide-appeal':
      return decideAppeal(tx, change, step)
  }
}

type Change<Intent extends ApplicationChange['intent']> = Extract<ApplicationChange, { intent: Intent }>

async function check(tx: Db, { requirement, outcome, on, note }: Change<'check'>, step: Step): Promise<Refusal | null> {
  const { actor, application, pathway, now } = step
  if (askedIn(pathway.requirements).find(({ id }) => id === requirement)?.kind !== 'staff-check')
    return { field: 'requirement', message: 'This pathway leaves no such requirement to staff.' }
  if (on > todayIn(actor.timeZone, now)) return { field: 'on', message: 'This day is still to come.' }
  const isAccepted = outcome === 'yes'
  if (!isAccepted && note === '') return { field: 'note', message: 'Say what you found.' }
  const { userId } = application
  await insertRequirementCheck(tx, {
    userId,
    requirementId: requirement,
    isAccepted,
    note,
    checkedById: actor.id,
    on,
    now,
  })
  await record(tx, step, 'application.requirement-checked', { requirement, isAccepted, on })
  return null
}

async function ask(tx: Db, { requirement, text }: Change<'ask'>, step: Step): Promise<Refusal | null> {
  const { application, pathway } = step
  if (application.state !== 'submitted') return general('It is not with staff at the moment.')
  if (!askedIn(pathway.requirements).some(({ id }) => id === requirement))
    return { field: 'requirement', message: 'Choose a requirement of this pathway.' }
  await say(tx, step, { kind: 'more_asked', text, requirementId: requirement })
  await moveApplication(tx, application.id, { state: 'more_asked' })
  await record(tx, step, 'application.more-asked', { requirement })
  await tellApplicant(tx, step)
  return null
}

async function refer(
  tx: Db,
  { assessor, text }: Change<'refer'>,
  step: Step,
  assessors: readonly string[],
): Promise<Refusal | null> {
  const { application, now } = step
  if (application.state !== 'submitted') return general('It is not with staff at the moment.')
  if (!assessors.includes(assessor))
    return { field: 'assessor', message: 'This person has a part in it, or no such role.' }
  await say(tx, step, { kind: 'referred', text })
  await moveApplication(tx, application.id, { assessorId: assessor })
  await record(tx, step, 'application.referred', { assessorId: assessor })
  await notify(tx, {
    userId: assessor,
    kind: 'application-waits',
    params: { path: `/applications/${application.id}` },
    now,
  })
  return null
}

async function giveOpinion(tx: Db, { favourable, text }: Change<'opinion'>, step: Step): Promise<Refusal | null> {
  const { actor, application } = step
  if (application.assessorId !== actor.id) return general('It is not referred to you.')
  if (application.state !== 'submitted' || isAssessedSince(application))
    return general('Your opinion is not asked for any more.')
  await say(tx, step, { kind: 'opinion', text, isFavourable: favourable === 'yes' })
  await record(tx, step, 'application.assessed', { isFavourable: favourable === 'yes' })
  return null
}

/** The word of one person; it decides the application where as many agree as the pathway asks for. */
async function decide(tx: Db, { favourable, text }: Change<'decide'>, step: Step): Promise<Refusal | null> {
  const { actor, application, pathway, now } = step
  const { id, state, assessorId, events } = application
  const because = whyNoDecision({ state, hasAssessor: assessorId !== null, isAssessed: isAssessedSince(application) })
  if (because) return general(because)
  if (assessorId === actor.id) return general('You have assessed it, so that others decide it.')
  if (hasDecidedBeforeAppeal(events, actor.id))
    return general('You decided it before the appeal was upheld, so that others decide it now.')
  const isFavourable = favourable === 'yes'
  await say(tx, step, { kind: 'recommended', text, isFavourable })
  await record(tx, step, 'application.recommended', { isFavourable })
  const word = { kind: 'recommended', byId: actor.id, isFavourable } as const
  const outcome = outcomeOf([...events, word], pathway.decision?.people ?? 1)
  if (outcome.state === 'open') return null
  await say(tx, step, { kind: outcome.isFavourable ? 'approved' : 'refused', text, isFavourable: outcome.isFavourable })
  await moveApplication(tx, id, { state: outcome.isFavourable ? 'approved' : 'refused', closedAt: now })
  if (outcome.isFavourable) await grant(tx, step)
  await record(tx, step, outcome.isFavourable ? 'application.approved' : 'application.refused', {})
  await tellApplicant(tx, step)
  return null
}

function hasDecidedBeforeAppeal(events: Application['events'], personId: string): boolean {
  const appeal = events.findLastIndex(({ kind }) => kind === 'appeal_decided')
  return events.slice(0, Math.max(0, appeal)).some(({ kind, byId }) => kind === 'recommended' && byId === personId)
}

/** Five years where the pathway says nothing else. */
const DEFAULT_TERM = { years: 5 }

async function grant(tx: Db, { actor, application, pathway, now }: Step): Promise<void> {
  const grantedOn = todayIn(actor.timeZone, now)
  const validUntil = addDays(addMonths(grantedOn, monthsIn(pathway.renewal?.every ?? DEFAULT_TERM)), -1)
  const { userId, id: applicationId } = application
  await insertStatus(tx, {
    userId,
    applicationId,
    pathwaySlug: pathway.slug,
    title: pathway.title,
    grantedOn,
    validUntil,
  })
}

/** By somebody who had no word in the decision. Upheld, the application is open again, to be decided by others. */
async function decideAppeal(
  tx: Db,
  { favourable, text }: Change<'decide-appeal'>,
  step: Step,
): Promise<Refusal | null> {
  const { actor, application } = step
  if (!hasOpenAppeal(application)) return general('There is no appeal to decide.')
  if (application.events.some(({ byId, kind }) => byId === actor.id && kind !== 'more_asked'))
    return general('You had a part in the decision, so that somebody else decides the appeal.')
  const isFavourable = favourable === 'yes'
  await say(tx, step, { kind: 'appeal_decided', text, isFavourable })
  if (isFavourable) await moveApplication(tx, application.id, { state: 'submitted', closedAt: null })
  await record(tx, step, 'application.appeal-decided', { isFavourable })
  await tellApplicant(tx, step)
  return null
}

const general = (message: string): Refusal => ({ field: '', message })

type Saying = Pick<Parameters<typeof insertEvent>[1], 'kind' | 'text' | 'requirementId' | 'isFavourable'>

const say = (tx: Db, { actor, application, now }: Step, saying: Saying) =>
  insertEvent(tx, { applicationId: application.id, byId: actor.id, at: now, ...saying })

const record = (
  tx: Db,
  { actor, application, confirmed, now }: Step,
  action: `application.${string}`,
  details: Record<string, string | boolean>,
) =>
  recordAudit(tx, {
    ...{ actor, action, object: { kind: 'application', id: application.id }, at: now },
    details: { ...details, ...auditedConfirmations(confirmed) },
  })

const tellApplicant = (tx: Db, { application: { userId, pathwayTitle }, now }: Step) =>
  notify(tx, { userId, kind: 'application-moved', params: { pathwayTitle }, now })
