import { policy } from '#app/auth/policy.ts'
import { isBarredFromPerson } from '#app/db/application-reading.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { listHolders } from '#app/db/role-grants.server.ts'
import type { Actor } from '#app/domain/people.ts'

type Status = { statusRecordId: string; holderId: string }

/** Everybody who may release what somebody has prepared. */
export async function tellSecondOfficers(tx: Db, status: Status, first: Actor, now: Date): Promise<void> {
  const params = { path: `/accreditation/statuses/issue?status=${status.statusRecordId}` } as const
  for (const userId of await listHolders(tx, policy['certificates.issue'], now))
    if (userId !== first.id && !(await isBarredFromPerson(tx, userId, status.holderId)))
      await notify(tx, { userId, kind: 'release-waits', params, now })
}
