import { can } from '#app/auth/policy.ts'
import { pathwayVersion } from '#app/content/catalogue.server.ts'
import type { Pathway } from '#app/content/content-body.ts'
import {
  type ApplicationKind,
  findApplication,
  type IssuedForStatus,
  listApplications,
  type Reach,
  type ReadApplication,
} from '#app/db/application-reading.server.ts'
import { type Outcome, outcomeOf, whyNoDecision } from '#app/domain/application.ts'
import { type FeeStanding, feeStanding, isFeeOpen } from '#app/domain/billing/fee.ts'
import { type CredentialState, credentialState } from '#app/domain/credential/state.ts'
import { askedIn } from '#app/domain/pathway/asked.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { type EvaluatedPathway, leavesOf } from '#app/domain/pathway/evaluated.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { judgedBy, judgedOn, renewalRules, renewedUntil } from '#app/domain/renewal.ts'
import { isSelling } from '#app/integrations/stripe.server.ts'

const PAGE_SIZE = 50

export const reachOf = (actor: Pick<Actor, 'id' | 'roles'>): Reach => ({
  personId: actor.id,
  isStaff: can(actor, 'applications.decide'),
})

/** The applications that wait, or those that are closed: all for staff, and for anybody else what was referred to them. */
export async function viewApplications(
  actor: Pick<Actor, 'id' | 'roles'>,
  { isOpen, page, kind = null }: { isOpen: boolean; page: number; kind?: ApplicationKind | null },
) {
  const found = await listApplications(reachOf(actor), {
    isOpen,
    kind,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  })
  const applications = found.applications.map(({ feeOrders, ...shown }) => ({
    ...shown,
    fee: feeOf({ ...shown, feeOrders }),
  }))
  return { ...found, applications, pageCount: Math.max(1, Math.ceil(found.total / PAGE_SIZE)) }
}

export type ApplicationPage = Omit<
  ReadApplication,
  'fee' | 'feeOrders' | 'snapshot' | 'pathwayVersionId' | 'userId' | 'credentials'
> & {
  /** Of a renewal: what was issued for the status so far, and until when it would hold. */
  renewal: { credentials: { number: string; title: string; state: CredentialState }[]; wouldHoldUntil: string } | null
  handedInAt: string
  digest: string
  evaluated: EvaluatedPathway
  /** What staff have to look at: the requirements that the pathway leaves to them. */
  staffChecks: { id: string; title: string; checks: string; isDone: boolean }[]
  outcome: Outcome
  /** Why no decision can be made now. */
  noDecision: string | null
  fee: FeeStanding
  isYourAssessment: boolean
  mayDecide: boolean
  hasOpenAppeal: boolean
}

/**
 * One application as it was handed in, requirement by requirement, with the engine's reasons. What staff found meanwhile counts;
 * nothing that the applicant changed since.
 * @throws 404 for one that is out of the actor's reach.
 */
export async function viewApplication(actor: Actor, id: string, now: Date): Promise<ApplicationPage> {
  const application = await findApplication(reachOf(actor), id, now)
  if (!application) throw new Response('There is no such application.', { status: 404 })
  const { snapshot, pathwayVersionId, fee: _fee, feeOrders: _orders, userId: _, credentials, ...shown } = application
  const { renews } = shown
  const pathway = judgedBy(await pathwayVersion(pathwayVersionId), renews)
  const facts = judgedOn(withChecks(snapshot.facts, application), renews)
  const evaluated = evaluatePathway(pathway, facts, todayIn(actor.timeZone, now))
  const { events, assessorId, state } = application
  const isAssessed = isAssessedSince(application)
  return {
    ...shown,
    renewal: renews && {
      credentials: credentials.map((one) => statedAt(one, now)),
      wouldHoldUntil: renewedUntil(renews.validUntil, renewalRules(pathway.renewal).every),
    },
    handedInAt: snapshot.takenAt,
    digest: snapshot.digest,
    evaluated,
    staffChecks: staffChecksOf(pathway, evaluated),
    outcome: outcomeOf(events, pathway.decision?.people ?? 1),
    noDecision: whyNoDecision({
      ...{ state, hasAssessor: assessorId !== null, isAssessed },
      isFeeOpen: isFeeOpen(feeOf(application)),
    }),
    fee: feeOf(application),
    isYourAssessment: assessorId === actor.id && !isAssessed && state === 'submitted',
    mayDecide: can(actor, 'applications.decide') && !application.isBarred,
    hasOpenAppeal: hasOpenAppeal(application),
  }
}

/** Nothing is asked where nothing is sold. */
export const feeOf = ({ fee, feeOrders, state }: Pick<ReadApplication, 'fee' | 'feeOrders' | 'state'>): FeeStanding =>
  feeStanding(isSelling() ? fee : null, feeOrders, state)

const statedAt = ({ number, title, validUntil, events }: IssuedForStatus, now: Date) => ({
  ...{ number, title },
  state: credentialState(
    {
      validUntil: validUntil === null ? null : new Date(validUntil),
      events: events.map(({ kind, at, until }) => ({
        kind,
        at: new Date(at),
        until: until === null ? null : new Date(until),
      })),
    },
    now,
  ),
})

function staffChecksOf({ requirements }: Pathway, evaluated: EvaluatedPathway): ApplicationPage['staffChecks'] {
  const met = new Set(leavesOf(evaluated.requirements).flatMap(({ id, state }) => (state === 'met' ? id : [])))
  return askedIn(requirements).flatMap((asked) =>
    asked.kind === 'staff-check'
      ? { id: asked.id, title: asked.title, checks: asked.checks, isDone: met.has(asked.id) }
      : [],
  )
}

export function hasOpenAppeal({ events }: Pick<ReadApplication, 'events'>): boolean {
  const count = (wanted: string) => events.filter(({ kind }) => kind === wanted).length
  return count('appealed') > count('appeal_decided')
}

/** Whether the assessor has spoken since it was referred to them last. */
export function isAssessedSince({ events }: Pick<ReadApplication, 'events'>): boolean {
  return (
    events.findLastIndex(({ kind }) => kind === 'opinion') > events.findLastIndex(({ kind }) => kind === 'referred')
  )
}

/** What staff found meanwhile counts; nothing else that came later. */
export const withChecks = (facts: PathwayFacts, { checks }: Pick<ReadApplication, 'checks'>): PathwayFacts => ({
  ...facts,
  staffChecks: checks.map(({ requirementId, isAccepted, on, note }) => {
    return { requirementId, on, note, outcome: isAccepted ? 'accepted' : 'refused' }
  }),
})
