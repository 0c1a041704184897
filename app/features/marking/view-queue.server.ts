import { type QueueGroup, readQueue } from '#app/db/scripts.server.ts'
import { SCRIPT_STATES, type ScriptState } from '#app/domain/marking.ts'
import type { Actor } from '#app/domain/people.ts'

/** As many scripts as one page shows, whatever the size of the queue. */
export const SCRIPTS_PER_PAGE = 25

type QueueFilter = { vignetteSlug?: string | undefined; state?: ScriptState | undefined; page: number }

export type QueueView = {
  counts: Record<ScriptState, number>
  /** Every vignette that has a script here, whatever the filter. */
  vignettes: { slug: string; title: string }[]
  scripts: { code: string; vignetteTitle: string; state: ScriptState }[]
  page: number
  pages: number
}

/**
 * One page of the actor's marking queue: their own claimed scripts, those that wait for somebody, and their finished ones, in
 * the actor's own random order. `counts` are those of the chosen vignette. The actor's own attempts are never in it.
 */
export async function viewQueue(actor: Actor, { vignetteSlug, state, page }: QueueFilter): Promise<QueueView> {
  const { groups, scripts } = await readQueue({
    markerId: actor.id,
    vignetteSlug,
    state,
    limit: SCRIPTS_PER_PAGE,
    offset: (page - 1) * SCRIPTS_PER_PAGE,
  })
  const counts = countByState(groups.filter(({ slug }) => !vignetteSlug || slug === vignetteSlug))
  const titles = new Map(groups.map(({ vignetteId, title }) => [vignetteId, title]))
  const total = state ? counts[state] : SCRIPT_STATES.reduce((sum, each) => sum + counts[each], 0)
  return {
    counts,
    vignettes: [...new Map(groups.map(({ slug, title }) => [slug, { slug, title }])).values()],
    scripts: scripts.map(({ vignetteId, ...script }) => ({ ...script, vignetteTitle: titles.get(vignetteId) ?? '' })),
    page,
    pages: Math.max(1, Math.ceil(total / SCRIPTS_PER_PAGE)),
  }
}

function countByState(groups: readonly QueueGroup[]): Record<ScriptState, number> {
  const counts: Record<ScriptState, number> = { yours: 0, waiting: 0, finished: 0 }
  for (const { state, count } of groups) counts[state] += count
  return counts
}
