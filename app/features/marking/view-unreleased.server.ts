import { type ListedGroup, type ReleaseGroup, readUnreleased } from '#app/db/releases.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type ReleaseHold, whyHeld } from '#app/domain/release.ts'

export type { ReleaseGroup }

const MARKS_PER_PAGE = 25

export type UnreleasedView = {
  marks: {
    code: string
    vignetteTitle: string
    globalLevel: number
    hasPassed: boolean
    dueAt: string | null
    held: ReleaseHold | null
  }[]
  groups: ListedGroup[]
  total: number
  pages: number
}

/**
 * One page, counted from 1, of the final marks that wait for release, of one cohort and vignette or of all, with what holds each.
 * Those of the actor's own work are not among them.
 */
export async function viewUnreleased(
  actor: Actor,
  { page, group }: { page: number; group?: ReleaseGroup | undefined },
  now: Date,
): Promise<UnreleasedView> {
  const offset = (page - 1) * MARKS_PER_PAGE
  const { marks, total, groups } = await readUnreleased(actor.id, { group, limit: MARKS_PER_PAGE, offset })
  return {
    marks: marks.map((mark) => {
      const { code, vignetteTitle, globalLevel, hasPassed, dueAt } = mark
      return { code, vignetteTitle, globalLevel, hasPassed, dueAt, held: whyHeld(mark, now) }
    }),
    groups,
    total,
    pages: Math.max(1, Math.ceil(total / MARKS_PER_PAGE)),
  }
}
