import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { listWaitingRequests } from '#app/db/countersigning.server.ts'
import { findLink, holdSupervisor } from '#app/db/supervisor-links.server.ts'
import type { Asked } from './countersign-link.server.ts'
import { mailWhatWaits } from './tell-supervisor.server.ts'

/**
 * Mails the supervisor whose link has expired a new one, when anything still waits for them: to the address that staff approved,
 * which is shown to nobody. Asked for, it may be the second mail of a day. It gives nothing back, so that whoever holds an old link
 * does not learn whether something waits.
 */
export async function sendFreshLink(secret: string, { actor, now }: Asked): Promise<void> {
  await transact(async (tx) => {
    const link = await findLink(tx, secret, now)
    if (!link || link.expiresAt > now || (actor && actor.id !== link.supervisorId)) return
    await holdSupervisor(tx, link.supervisorId)
    const waiting = await listWaitingRequests(link.supervisorId, tx)
    if (waiting.length === 0) return
    await mailWhatWaits(tx, link.supervisorId, waiting, { isAskedFor: true, now })
    const object = { kind: 'user', id: link.supervisorId }
    await recordAudit(tx, { actor, action: 'countersigning.link-requested', object, at: now })
  })
}
