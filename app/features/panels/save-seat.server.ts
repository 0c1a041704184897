import { randomUUID } from 'node:crypto'
import { transact } from '#app/db/client.server.ts'
import { findDraft, saveDraft } from '#app/db/drafts.server.ts'
import { holdMembership } from '#app/db/panel-seats.server.ts'
import type { Json } from '#app/domain/json.ts'
import { dayOf, isPanelOpen, PANEL_CLOSED } from '#app/domain/keyed/panel.ts'
import type { Actor } from '#app/domain/people.ts'
import { type RefusedSeat, readSeat, type SentSeat } from './read-seat.server.ts'

/**
 * Saves a member's answer for later from a page without scripts, where nothing saves by itself. Half an answer is fine.
 * @returns null, or what stands in the way with all that was typed. Throws 404 for a panel that the actor does not sit on.
 */
export function saveSeat(
  actor: Pick<Actor, 'id'>,
  panelId: string,
  sent: SentSeat,
  now: Date,
): Promise<RefusedSeat | null> {
  return transact(async (tx) => {
    const seat = await holdMembership(tx, actor.id, panelId)
    if (!seat) throw new Response('You are not invited to such a panel.', { status: 404 })
    const key = { ownerId: actor.id, kind: 'panel', subjectId: seat.memberId } as const
    const { refused } = await readSeat(seat, sent, await findDraft(tx, key))
    if (!isPanelOpen(seat.closesOn, dayOf(now))) return { ...refused, errors: { '': PANEL_CLOSED } }
    if (refused.newer || refused.typed === null) return refused
    // Every page without scripts is a writer of its own.
    const draft = { ...key, baseVersion: sent.draftVersion, writer: randomUUID(), revision: 0, now }
    await saveDraft(tx, { ...draft, body: refused.typed as unknown as Json })
    return null
  })
}
