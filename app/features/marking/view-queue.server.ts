import { loadVersions, vignetteVersion } from '#app/content/catalogue.server.ts'
import { isWritten } from '#app/content/vignettes.ts'
import { MOST_COUNTED, type QueueRow, readQueue } from '#app/db/scripts.server.ts'
import type { ListedTalk } from '#app/db/talks.server.ts'
import { SCRIPT_STATES, type ScriptState } from '#app/domain/marking.ts'
import type { Actor } from '#app/domain/people.ts'

/** As many scripts as one page shows, whatever the size of the queue. */
const SCRIPTS_PER_PAGE = 25

type QueueFilter = { vignetteSlug?: string | undefined; state?: ScriptState | undefined; page: number }

export type QueueView = {
  counts: Record<ScriptState, QueueCount>
  total: QueueCount
  /** Every vignette that people mark, whatever the filter. */
  vignettes: { slug: string; title: string }[]
  scripts: { code: string; vignetteTitle: string; state: ScriptState }[]
  /** Two marks that differ, with what the actor has to do about them. */
  talks: ListedTalk[]
  page: number
  pages: number
}

/** How many scripts there are; `isMore` where there are more than that and nobody counted on. */
export type QueueCount = { count: number; isMore: boolean }

/**
 * One page of the actor's marking queue: the scripts that they have begun, those allocated to them, those that wait for anybody
 * whom they may mark, and their finished ones, in the actor's own random order. `counts` are those of the chosen vignette.
 */
export async function viewQueue(actor: Actor, { vignetteSlug, state, page }: QueueFilter): Promise<QueueView> {
  const offset = (page - 1) * SCRIPTS_PER_PAGE
  const queue = await readQueue({ markerId: actor.id, vignetteSlug, state, limit: SCRIPTS_PER_PAGE, offset })
  const counts = {} as QueueView['counts']
  for (const each of SCRIPT_STATES) counts[each] = upTo(queue.counts[each])
  const total = upTo(SCRIPT_STATES.reduce((sum, each) => sum + queue.counts[each], 0))
  const vignettes = await writtenVignettes(queue)
  const titles = new Map(vignettes.map(({ id, title }) => [id, title]))
  return {
    counts,
    total,
    vignettes: vignettes.map(({ slug, title }) => ({ slug, title })),
    scripts: queue.scripts.map(({ vignetteId, ...script }) => ({
      ...script,
      vignetteTitle: titles.get(vignetteId) ?? '',
    })),
    talks: queue.talks,
    page,
    pages: Math.max(1, Math.ceil((state ? counts[state] : total).count / SCRIPTS_PER_PAGE)),
  }
}

const upTo = (count: number): QueueCount => ({ count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED })

/** From memory but for what was published since. */
async function writtenVignettes({ vignettes }: QueueRow) {
  await loadVersions(vignettes.map(({ versionId }) => versionId))
  const read = await Promise.all(
    vignettes.map(async ({ versionId, ...item }) => ({ ...item, body: await vignetteVersion(versionId) })),
  )
  return read.flatMap(({ body, ...item }) => (isWritten(body) ? [{ ...item, title: body.title }] : []))
}
