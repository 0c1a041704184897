import { pathwayVersion } from '#app/content/catalogue.server.ts'
import type { Pathway } from '#app/content/content-body.ts'
import { type Application, type ApplicationEvent, readOwnApplications } from '#app/db/applications.server.ts'
import { appealsClose } from '#app/domain/appeals.ts'
import { toldToApplicant } from '#app/domain/application.ts'
import { type FeeStanding, feeStanding } from '#app/domain/billing/fee.ts'
import { askedIn } from '#app/domain/pathway/asked.ts'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { leavesOf } from '#app/domain/pathway/evaluated.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import type { OpenRequirement } from '#app/domain/pathway/open-requirements.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { isHeld, judgedBy } from '#app/domain/renewal.ts'
import { isSelling } from '#app/integrations/stripe.server.ts'
import { feeWords, type OwnStatus, ownStatuses } from './own-statuses.server.ts'
import { readStandpoint } from './view-progress.server.ts'

/** What an applicant is told of an application: staff are not named. */
export type OwnApplication = Pick<Application, 'id' | 'state' | 'appliedAt' | 'closedAt'> & {
  isRenewal: boolean
  fee: FeeStanding
  events: Omit<ApplicationEvent, 'byId' | 'byName'>[]
}

export type ApplyingPage = {
  title: string
  /** What is not met yet, with what would complete it. None while an application is under way: that was handed in as it was. */
  gaps: OpenRequirement[]
  applications: OwnApplication[]
  /** Of the requirements of the latest application, by id. */
  titles: Record<string, string>
  /** Until when a refusal can be appealed against; null when it cannot. */
  appealUntil: Date | null
  statuses: OwnStatus[]
  /** Whether one can apply by the whole pathway: not while one holds its status. */
  mayApply: boolean
  /** What is asked for looking at a first application, in words; absent where that is free. */
  fee: string | undefined
}

/** What one has applied for, and what would be handed in now. Nothing while no pathway is offered. */
export async function viewApplying(actor: Actor, now: Date): Promise<ApplyingPage | undefined> {
  const { applications, statuses } = await readOwnApplications(actor.id)
  const [latest] = applications
  const titles = latest ? titlesOf(judgedBy(await pathwayVersion(latest.pathwayVersionId), latest.renews)) : {}
  const asTold = (facts: PathwayFacts | null) => ownStatuses(statuses, { facts, holder: actor, now })
  const own = {
    applications: applications.map(ownApplication),
    titles,
    appealUntil: appealUntil(latest, actor, now),
  }
  const nothingToHandIn = latest && {
    ...own,
    statuses: asTold(null),
    title: latest.pathwayTitle,
    gaps: [],
    ...{ mayApply: false, fee: undefined },
  }
  if (latest && latest.closedAt === null) return nothingToHandIn
  const standpoint = await readStandpoint(actor.id)
  if (!standpoint) return nothingToHandIn
  const { pathway } = standpoint.followed
  const evaluated = evaluatePathway(pathway, standpoint.facts, todayIn(actor.timeZone, now))
  const gaps = leavesOf(evaluated.requirements).filter(({ state }) => state !== 'met')
  const held = asTold(standpoint.facts)
  const mayApply = !held.some((status) => status.pathwaySlug === pathway.slug && isHeld(status))
  return { ...own, statuses: held, title: pathway.title, gaps, mayApply, fee: feeWords(pathway.fee) }
}

const ownApplication = ({
  id,
  state,
  appliedAt,
  closedAt,
  renews,
  events,
  fee,
  feeOrders,
}: Application): OwnApplication => ({
  ...{ id, state, appliedAt, closedAt, isRenewal: renews !== null },
  fee: feeStanding(isSelling() ? fee : null, feeOrders, state),
  events: toldToApplicant(events).map(({ byId: _by, byName: _name, ...told }) => told),
})

const titlesOf = ({ requirements }: Pick<Pathway, 'requirements'>) =>
  Object.fromEntries(askedIn(requirements).map(({ id, title }) => [id, title]))

/** Until when the applicant can appeal against a refusal; null when they cannot. */
export function appealUntil(
  application: Application | undefined,
  { timeZone }: Pick<Actor, 'timeZone'>,
  now: Date,
): Date | null {
  if (application?.state !== 'refused' || application.events.some(({ kind }) => kind === 'appealed')) return null
  const until = application.closedAt && appealsClose(application.closedAt, timeZone)
  return until && now < until ? until : null
}
