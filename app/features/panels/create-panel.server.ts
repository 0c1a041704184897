import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { insertPanel, listJudgeable } from '#app/db/panels.server.ts'
import { dayOf, isPanelOpen } from '#app/domain/keyed/panel.ts'
import type { Actor } from '#app/domain/people.ts'

/** `itemId` is one of {@link listJudgeable}; `closesOn` is `YYYY-MM-DD`, the last day for answers. */
export type NewPanel = { itemId: string; title: string; closesOn: string }

/** What a panel can be asked about: every vignette that a key scores, and every benchmark, in its version of now. */
export const panelSubjects = () => listJudgeable()

/**
 * Creates a panel on the present version of a vignette or a benchmark. The actor leads it.
 * @returns its id, or the field that has to be put right.
 */
export function createPanel(
  actor: Actor,
  { itemId, title, closesOn }: NewPanel,
  now: Date,
): Promise<{ id: string } | { fault: { field: 'item' | 'closesOn'; message: string } }> {
  return transact(async (tx) => {
    const judged = (await listJudgeable(tx)).find(({ id }) => id === itemId)
    if (!judged) return { fault: { field: 'item', message: 'Choose one of the vignettes or benchmarks.' } }
    if (!isPanelOpen(closesOn, dayOf(now)))
      return { fault: { field: 'closesOn', message: 'This day has passed. Choose today or a later one.' } }
    const { versionId: contentVersionId } = judged
    const panel = { itemId, contentVersionId, title, closesOn: new Date(closesOn), createdById: actor.id, now }
    const id = await insertPanel(tx, panel)
    await recordAudit(tx, {
      ...{ actor, action: 'panel.created', object: { kind: 'panel', id }, at: now },
      details: { contentVersionId, kind: judged.kind, closesOn },
    })
    return { id }
  })
}
