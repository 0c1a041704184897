import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteDraft, findDraft } from '#app/db/drafts.server.ts'
import { findInvolvement, type HeldMembership, holdMembership, savePanelAnswer } from '#app/db/panel-seats.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Given, type RefusedSeat, readSeat, type SentSeat } from './read-seat.server.ts'
import { whySeatClosed } from './seat-closed.ts'

/**
 * Takes the answer of a member of a panel. It can be given again until the panel closes; the last one counts.
 * @returns what has to be put right, with all that was typed; nothing is changed then.
 * @throws 404 for a panel that the actor does not sit on.
 */
export function answerPanel(
  actor: Actor,
  panelId: string,
  sent: SentSeat,
  now: Date,
): Promise<{ isAnswered: true } | { refused: RefusedSeat }> {
  return transact(async (tx) => {
    const seat = await holdMembership(tx, actor.id, panelId)
    if (!seat) throw new Response('You are not invited to such a panel.', { status: 404 })
    const involvement = await findInvolvement(tx, { userId: actor.id, itemId: seat.itemId })
    const closed = whySeatClosed({ closesOn: seat.closesOn, involvement }, now)
    const saved = await findDraft(tx, { ownerId: actor.id, kind: 'panel', subjectId: seat.memberId })
    const read = await readSeat(seat, sent, saved)
    if (closed) return { refused: { ...read.refused, errors: { '': closed } } as RefusedSeat }
    if (!read.given) return { refused: read.refused }
    await keepAnswer(tx, { actor, seat, given: read.given, now })
    return { isAnswered: true }
  })
}

type Keeping = { actor: Actor; seat: HeldMembership; given: Given; now: Date }

async function keepAnswer(tx: Db, { actor, seat, given, now }: Keeping): Promise<void> {
  await savePanelAnswer(tx, { memberId: seat.memberId, ...given, now })
  await deleteDraft(tx, { ownerId: actor.id, kind: 'panel', subjectId: seat.memberId })
  await recordAudit(tx, {
    actor,
    action: 'panel.answered',
    object: { kind: 'panel', id: seat.id },
    details: { memberId: seat.memberId, isAgain: seat.answeredAt !== null },
    at: now,
  })
}
