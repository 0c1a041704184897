import { type CohortMember, type CohortProgress, readCohortProgress } from '#app/db/cohort-progress.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import { type CompletionReason, type ModuleFact, progressOf } from '#app/domain/completion.ts'
import type { Actor, Profession } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'

const TRAINEES_PER_PAGE = 25

/** How a trainee stands with a vignette. From hand-in to release it is one state, so nothing tells whether it was marked. */
export type VignetteStanding = 'not-begun' | 'writing' | 'handed-in' | 'withdrawn' | 'passed' | 'not-yet'

export type TraineeProgress = {
  userId: string
  name: string
  email: string
  profession: Profession
  isEnrolled: boolean
  /** The last day of the leave of absence that they are on. */
  leaveUntil: Day | null
  percent: number
  because: CompletionReason[]
  vignettes: { title: string; standing: VignetteStanding }[]
}

export type CohortView = Pick<
  CohortProgress,
  'id' | 'name' | 'courseTitle' | 'startsOn' | 'endsOn' | 'leads' | 'trainees' | 'vignetteDeadlines'
> & { members: TraineeProgress[]; pages: number }

/**
 * A cohort with one page of its trainees, counted from 1: how far each has come by the course's own completion rule.
 * @throws 404 for a cohort that the actor neither leads nor administers.
 */
export async function viewCohort(actor: Actor, id: string, page: number, now: Date): Promise<CohortView> {
  const offset = (page - 1) * TRAINEES_PER_PAGE
  const cohort = await readCohortProgress(id, cohortsOf(actor), {
    limit: TRAINEES_PER_PAGE,
    offset,
    today: todayIn(actor.timeZone, now),
  })
  if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
  const { name, courseTitle, startsOn, endsOn, leads, trainees, vignetteDeadlines } = cohort
  return {
    ...{ id: cohort.id, name, courseTitle, startsOn, endsOn, leads, trainees, vignetteDeadlines },
    members: cohort.members.map((member) => traineeProgress(cohort, member)),
    pages: Math.max(1, Math.ceil(trainees / TRAINEES_PER_PAGE)),
  }
}

function traineeProgress(cohort: CohortProgress, member: CohortMember): TraineeProgress {
  const facts = { ...member, moduleFacts: moduleFacts(cohort, member) }
  const { percent, because } = progressOf(cohort, facts, member.hasCompleted)
  const { userId, name, email, profession, isEnrolled, leaveUntil } = member
  return {
    ...{ userId, name, email, profession, isEnrolled, leaveUntil, percent, because },
    vignettes: cohort.vignetteDeadlines.map(({ slug, title }) => ({ title, standing: standingOf(member, slug) })),
  }
}

const moduleFacts = ({ moduleOutlines }: CohortProgress, member: CohortMember): ModuleFact[] =>
  member.moduleStudies.flatMap(({ slug, hasCompleted, ...study }) => {
    const outline = moduleOutlines.find((module) => module.slug === slug)
    const facts = { ...study, vignettesPassed: member.vignettesPassed }
    return outline ? { slug, ...progressOf(outline, facts, hasCompleted) } : []
  })

function standingOf({ attempts }: CohortMember, slug: string): VignetteStanding {
  const attempt = attempts.find(({ vignette }) => vignette === slug)
  if (!attempt) return 'not-begun'
  if (attempt.state === 'open') return 'writing'
  if (attempt.state === 'submitted') return 'handed-in'
  if (attempt.state === 'withdrawn') return 'withdrawn'
  return attempt.hasPassed ? 'passed' : 'not-yet'
}
