import { type Db, transact } from '#app/db/client.server.ts'
import { type CountersignRequest, listWaitingRequests } from '#app/db/countersigning.server.ts'
import { enqueueJobLater } from '#app/db/jobs.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import { findMailing, holdSupervisor, listUntoldSupervisors } from '#app/db/supervisor-links.server.ts'
import { isMailedToday, nextMailAt } from '#app/domain/portfolio/supervisor-mail.ts'

export type Told = 'mailed' | 'nothing waits' | 'tomorrow'

/**
 * Mails a supervisor what waits for them, with a personal link: at most once on any day of theirs. What is asked after the day's
 * mail stands in tomorrow's.
 */
export function tellSupervisor(supervisorId: string, now: Date): Promise<Told> {
  return transact(async (tx) => {
    await holdSupervisor(tx, supervisorId)
    const waiting = await listWaitingRequests(supervisorId, tx)
    if (waiting.length === 0) return 'nothing waits'
    const { lastMailedAt, timeZone } = await findMailing(tx, supervisorId)
    if (isMailedToday(now, lastMailedAt, timeZone)) {
      await tellLater(tx, supervisorId, nextMailAt(now, lastMailedAt, timeZone))
      return 'tomorrow'
    }
    await mailWhatWaits(tx, supervisorId, waiting, { isAskedFor: false, now })
    return 'mailed'
  })
}

type Mail = { isAskedFor: boolean; now: Date }

/** Writes the mail with a personal link to what waits. */
export async function mailWhatWaits(
  tx: Db,
  supervisorId: string,
  waiting: readonly CountersignRequest[],
  { isAskedFor, now }: Mail,
): Promise<void> {
  const supervisees = new Set(waiting.map(({ ownerId }) => ownerId)).size
  const params = { entries: waiting.length, supervisees, isAskedFor }
  await sendAccountMail(tx, { userId: supervisorId, kind: 'countersigning', params, now })
}

const tellLater = (tx: Db, supervisorId: string, due: Date) =>
  enqueueJobLater(tx, 'tell-supervisor', { supervisorId }, { key: `supervisor:${supervisorId}`, due })

/** Mails every supervisor for whom something waits that no working link of theirs carries: a link that expired is followed by a new one. */
export async function tellUntoldSupervisors(now: Date): Promise<void> {
  for (const supervisorId of await listUntoldSupervisors(now)) await tellSupervisor(supervisorId, now)
}
