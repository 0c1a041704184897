import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { findGranted, holdHoldersOf, saveReturned } from '#app/db/status-issuing.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import { requireOfficer } from '../require-officer.server.ts'

/**
 * Sends back what another officer prepared of a status, its notes with it; the reason is for staff. Whoever prepared it is told, and it
 * can be prepared anew.
 * @param confirmed what looks like an identifier in the reason, and may stay.
 * @returns why not, or null. Throws 403 for everybody but accreditation staff, and 404 for an unknown status.
 */
export async function sendBack(
  officer: Actor,
  { statusRecordId, because }: { statusRecordId: string; because: string },
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<string | null> {
  requireOfficer(officer)
  return transact(async (tx) => {
    await holdHoldersOf(tx, [statusRecordId])
    const [status] = await findGranted([statusRecordId], officer.id, tx)
    if (!status) throw new Response('There is no such status.', { status: 404 })
    if (status.holderId === officer.id || status.isBarred) return 'You have a part in this, so others look at it.'
    const isIssued = (note: string | null) => status.issued.some((each) => each.note === note)
    const open = status.prepared.filter(({ note, returned }) => !returned && !isIssued(note))
    if (open.length === 0) return 'Nothing of it waits for a second person.'
    for (const { note } of open) await saveReturned(tx, { statusRecordId, note, byId: officer.id, because, at: now })
    await deleteKeptForm(tx, officer, 'status-return', statusRecordId)
    await recordAudit(tx, {
      ...{ actor: officer, action: 'credential.sent-back', object: { kind: 'status', id: statusRecordId }, at: now },
      details: { notes: open.map(({ note }) => note ?? 'status'), ...auditedConfirmations(confirmed) },
    })
    const params = { path: `/accreditation/statuses/issue?status=${statusRecordId}` } as const
    for (const userId of new Set(open.map(({ byId }) => byId)))
      if (userId !== officer.id) await notify(tx, { userId, kind: 'release-returned', params, now })
    return null
  })
}
