import { insertStatus, moveApplication } from '#app/db/application-writing.server.ts'
import type { Application } from '#app/db/applications.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { outcomeOf, whyNoDecision } from '#app/domain/application.ts'
import { isFeeOpen } from '#app/domain/billing/fee.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { lastDayOfTerm, renewalRules, renewedUntil } from '#app/domain/renewal.ts'
import type { Change } from './application-change.ts'
import { general, type Refusal, record, type Step, say, tellApplicant } from './application-step.server.ts'
import { feeOf, hasOpenAppeal, isAssessedSince } from './view-applications.server.ts'

/** The word of one person; it decides the application where as many agree as the pathway asks for. */
export async function decide(tx: Db, { favourable, text }: Change<'decide'>, step: Step): Promise<Refusal | null> {
  const { actor, application, pathway, now } = step
  const { id, state, assessorId, events } = application
  const because = whyNoDecision({
    ...{ state, hasAssessor: assessorId !== null, isAssessed: isAssessedSince(application) },
    isFeeOpen: isFeeOpen(feeOf(application)),
  })
  if (because) return general(because)
  if (assessorId === actor.id) return general('You have assessed it, so others decide it.')
  if (hasDecidedBeforeAppeal(events, actor.id))
    return general('You decided it before the appeal was upheld, so others decide it now.')
  const isFavourable = favourable === 'yes'
  if (isFavourable && application.renews?.isRevoked)
    return general('The status was revoked after it was handed in. A revoked status is not renewed; it can be refused.')
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

/** From today; a renewal holds for a term on from the old last day, whether it was early or in the time after it. */
async function grant(tx: Db, { actor, application, pathway, now }: Step): Promise<void> {
  const { userId, id: applicationId, renews } = application
  const { every } = renewalRules(pathway.renewal)
  const grantedOn = todayIn(actor.timeZone, now)
  await insertStatus(tx, {
    ...{ userId, applicationId, grantedOn },
    pathwaySlug: pathway.slug,
    title: pathway.title,
    validUntil: renews ? renewedUntil(renews.validUntil, every) : lastDayOfTerm(grantedOn, every),
    renewsId: renews?.id ?? null,
  })
}

/** By somebody who had no word in the decision. Upheld, the application is open again, to be decided by others. */
export async function decideAppeal(
  tx: Db,
  { favourable, text }: Change<'decide-appeal'>,
  step: Step,
): Promise<Refusal | null> {
  const { actor, application } = step
  if (!hasOpenAppeal(application)) return general('There is no appeal to decide.')
  if (application.events.some(({ byId, kind }) => byId === actor.id && kind !== 'more_asked'))
    return general('You had a part in the decision, so somebody else decides the appeal.')
  const isFavourable = favourable === 'yes'
  await say(tx, step, { kind: 'appeal_decided', text, isFavourable })
  if (isFavourable) await moveApplication(tx, application.id, { state: 'submitted', closedAt: null })
  await record(tx, step, 'application.appeal-decided', { isFavourable })
  await tellApplicant(tx, step)
  return null
}
