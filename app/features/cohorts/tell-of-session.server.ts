import type { Db } from '#app/db/client.server.ts'
import { listTraineeZones } from '#app/db/live-sessions.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { whenWords } from '#app/domain/live/when.ts'
import type { SessionChange } from '#app/domain/notices.ts'

type Told = { cohortId: string; change: SessionChange; session: { title: string; startsAt: Date; endsAt: Date } }

/** Tells each trainee of a cohort what became of a session, with its time in their own zone. Of what is over nobody is told. */
export async function tellOfSession(tx: Db, { cohortId, change, session }: Told, now: Date): Promise<void> {
  if (session.endsAt <= now) return
  for (const { userId, timeZone } of await listTraineeZones(tx, cohortId)) {
    const params = { change, title: session.title, when: whenWords(session, timeZone) }
    await notify(tx, { userId, kind: 'session-changed', params, now })
  }
}
