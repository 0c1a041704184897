import { readSessionEvent } from '#app/db/calendar.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { listTraineeZones } from '#app/db/live-sessions.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { whenWords } from '#app/domain/live/when.ts'
import type { SessionChange } from '#app/domain/notices.ts'

type Told = { cohortId: string; change: SessionChange; sessionId: string }

/** Tells each trainee of a cohort what became of a session, with its time in their own zone and what their calendar takes over. Of what is over nobody is told. */
export async function tellOfSession(tx: Db, { cohortId, change, sessionId }: Told, now: Date): Promise<void> {
  const event = await readSessionEvent(tx, sessionId)
  const { title } = event
  const span = { startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt) }
  if (span.endsAt <= now) return
  for (const { userId, timeZone } of await listTraineeZones(tx, cohortId)) {
    const params = { change, title, when: whenWords(span, timeZone), event }
    await notify(tx, { userId, kind: 'session-changed', params, now })
  }
}
