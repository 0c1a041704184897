import { type Application, insertStatus, moveApplication } from '#app/db/applications.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { outcomeOf, whyNoDecision } from '#app/domain/application.ts'
import { addMonths, monthsIn } from '#app/domain/pathway/days.ts'
import { addDays, todayIn } from '#app/domain/portfolio/days.ts'
import type { Change } from './application-change.ts'
import { general, type Refusal, record, type Step, say, tellApplicant } from './application-step.server.ts'
import { hasOpenAppeal, isAssessedSince } from './view-applications.server.ts'

/** The word of one person; it decides the application where as many agree as the pathway asks for. */
export async function decide(tx: Db, { favourable, text }: Change<'decide'>, step: Step): Promise<Refusal | null> {
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
export async function decideAppeal(
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
