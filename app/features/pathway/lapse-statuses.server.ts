import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { holdPortfolio } from '#app/db/portfolio-writing.server.ts'
import {
  type EndedStatus,
  findHeldStatus,
  insertLapse,
  insertLapsedEvents,
  listEnded,
} from '#app/db/renewals.server.ts'
import { standingFor } from './own-statuses.server.ts'

const STATUSES_AT_ONCE = 100
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Lets statuses lapse that were not renewed in the time for it, with everything that was issued for them: on the day after that time,
 * by the calendar of the holder, who is told. However often and wherever it runs, each once.
 * @returns how many lapsed.
 */
export async function lapseStatuses(now: Date): Promise<number> {
  let lapsed = 0
  let after = BEFORE_ALL
  for (;;) {
    const ended = await listEnded(now, after, STATUSES_AT_ONCE)
    for (const one of ended) if (await lapse(one, now)) lapsed += 1
    const last = ended.at(-1)
    if (!last) return lapsed
    after = last.status.id
  }
}

async function lapse({ userId, timeZone, status: { id } }: EndedStatus, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    // Whoever hands a renewal in holds it too: one comes first, and the other sees it.
    await holdPortfolio(tx, userId)
    const status = await findHeldStatus(tx, id)
    if (!status || standingFor(status, { timeZone }, now).state !== 'lapsed') return false
    if (!(await insertLapse(tx, id, now))) return false
    const credentials = await insertLapsedEvents(tx, id, now)
    const object = { kind: 'status', id }
    await recordAudit(tx, { actor: null, action: 'status.lapsed', object, details: { credentials }, at: now })
    const { title, validUntil } = status
    await notify(tx, { userId, kind: 'status-lapsed', params: { title, validUntil }, now })
    return true
  })
}
