import { can } from '#app/auth/policy.ts'
import { pathwayVersion } from '#app/content/catalogue.server.ts'
import { findApplication, isBarredFrom } from '#app/db/application-reading.server.ts'
import { insertRequirementCheck, moveApplication } from '#app/db/application-writing.server.ts'
import { holdApplication } from '#app/db/applications.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { askedIn } from '#app/domain/pathway/asked.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { judgedBy } from '#app/domain/renewal.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import type { ApplicationChange, Change } from './application-change.ts'
import { general, type Refusal, record, type Step, say, tellApplicant } from './application-step.server.ts'
import { decide, decideAppeal } from './decide-application.server.ts'
import { isAssessedSince, reachOf } from './view-applications.server.ts'

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
  const pathway = judgedBy(await pathwayVersion(found.pathwayVersionId), found.renews)
  const refusal = await transact(async (tx) => {
    const application = await holdApplication(tx, id)
    if (!application) throw new Response('There is no such application.', { status: 404 })
    if (await isBarredFrom(tx, actor.id, id)) return general('You have a part in this, so others decide it.')
    if (change.intent !== 'opinion' && !can(actor, 'applications.decide'))
      throw new Response('This is for accreditation staff.', { status: 403 })
    const assessors = found.assessors.map(({ id: one }) => one)
    const refused = await take(tx, change, { actor, application, pathway, confirmed, now }, assessors)
    if (!refused) await deleteKeptForm(tx, actor, 'application', `${id}.${change.intent}`)
    return refused
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
