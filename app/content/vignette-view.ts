import type { StudiedVignette } from '#app/db/study.server.ts'
import type { Deadline } from '#app/domain/deadline.ts'
import type { VignetteFact } from '#app/domain/pathway/facts.ts'
import type { Vignette } from './vignette-schema.ts'

/** A vignette as one person stands to it. */
export type VignetteView = Pick<Vignette, 'slug' | 'title' | 'kind' | 'minutes' | 'professions'> &
  Pick<VignetteFact, 'state' | 'attemptsLeft'> & {
    /** When the marks of the answer that passed were released. */
    passedAt: Date | undefined
    /** Of what is still to be handed in. */
    deadline: Deadline | null
  }

const outcomes = {
  none: 'none',
  open: 'open',
  submitted: 'submitted',
  released: 'not-passed',
  withdrawn: 'none',
} as const

export function vignetteView(vignette: Vignette, { slug, attempts, deadline }: StudiedVignette): VignetteView {
  const { title, kind, minutes, professions } = vignette
  const outcome = outcomes[attempts.at(-1)?.state ?? 'none']
  const passed = attempts.find(({ hasPassed }) => hasPassed)
  return {
    ...{ slug, title, kind, minutes, professions },
    state: passed ? 'passed' : outcome,
    passedAt: passed?.releasedAt ? new Date(passed.releasedAt) : undefined,
    deadline: (!passed && outcome !== 'submitted' && deadline) || null,
    attemptsLeft: Math.max(0, vignette.maxAttempts - attempts.length),
  }
}
