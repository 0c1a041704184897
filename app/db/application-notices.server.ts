import type { Role } from '#app/domain/people.ts'
import { isBarredFrom } from './application-reading.server.ts'
import type { Db } from './client.server.ts'
import { notify } from './notices.server.ts'
import { listHolders } from './role-grants.server.ts'

/** Tells whoever may decide an application that it waits; nobody who has a part in it. @param roles of those who decide. */
export async function tellThoseWhoDecide(tx: Db, id: string, roles: readonly Role[], now: Date): Promise<void> {
  for (const userId of await listHolders(tx, roles, now))
    if (!(await isBarredFrom(tx, userId, id)))
      await notify(tx, { userId, kind: 'application-waits', params: { path: `/applications/${id}` }, now })
}
