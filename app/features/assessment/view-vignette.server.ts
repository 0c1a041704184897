import { vignetteVersion } from '#app/content/catalogue.server.ts'
import type { Vignette } from '#app/content/vignette-schema.ts'
import { isWritten } from '#app/content/vignettes.ts'
import { findVignetteStanding, type VignetteStanding } from '#app/db/own-attempts.server.ts'
import { type BeginRefusal, mayBegin } from '#app/domain/attempts.ts'
import type { Actor } from '#app/domain/people.ts'

export type VignettePage = Pick<
  Vignette,
  'title' | 'kind' | 'summary' | 'professions' | 'minutes' | 'warning' | 'provenance' | 'maxAttempts' | 'hoursBetween'
> & {
  slug: string
  /** What is written. Empty where nothing is, and where it unfolds: there each is seen in its turn. */
  prompts: { label: string; words: [number, number] }[]
  /** How many parts it unfolds in; null where it does not. */
  stages: number | null
  /** People mark it on a rubric; otherwise a key scores it. */
  isMarked: boolean
  courses: VignetteStanding['courses']
  attempts: VignetteStanding['attempts']
  attemptsLeft: number
  deadline: VignetteStanding['deadline']
  /** Why no attempt can be begun now; null when one can. */
  because: BeginRefusal | null
}

/**
 * What a person should know before they begin a vignette: nothing of its situation, transcript or discussion.
 * @throws 404 for an unknown vignette, and for one that is neither offered any more nor was ever begun by this person.
 */
export async function viewVignette(actor: Pick<Actor, 'id'>, slug: string, now: Date): Promise<VignettePage> {
  const standing = await findOwnStanding(actor, slug)
  const vignette = await vignetteVersion(standing.versionId)
  const { title, kind, summary, professions, minutes, warning, provenance, maxAttempts, hoursBetween } = vignette
  return {
    ...{ slug, title, kind, summary, professions, minutes, warning, provenance, maxAttempts, hoursBetween },
    prompts: 'prompts' in vignette ? vignette.prompts.map(({ label, words }) => ({ label, words })) : [],
    stages: 'stages' in vignette ? vignette.stages.length : null,
    isMarked: isWritten(vignette),
    courses: standing.courses,
    attempts: standing.attempts,
    attemptsLeft: Math.max(0, maxAttempts - standing.attempts.length),
    deadline: standing.deadline,
    because: mayBegin(vignette, beginFacts(standing), now).because,
  }
}

/** @throws 404 as above. */
export async function findOwnStanding(actor: Pick<Actor, 'id'>, slug: string): Promise<VignetteStanding> {
  const standing = await findVignetteStanding(actor.id, slug)
  if (!standing || (standing.courses.length === 0 && standing.attempts.length === 0))
    throw new Response('There is no such vignette.', { status: 404 })
  return standing
}

export const beginFacts = ({ courses, attempts, deadline }: VignetteStanding) => ({
  isEnrolled: courses.some(({ isEnrolled }) => isEnrolled),
  attempts,
  dueAt: deadline?.dueAt ?? null,
})
