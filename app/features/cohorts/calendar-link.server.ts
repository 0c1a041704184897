import { newSecret } from '#app/auth/tokens.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { deleteCalendarLink, findCalendarLink, saveCalendarLink } from '#app/db/calendar.server.ts'
import { transact } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'

/** When one's own calendar address was made; null without one. The address itself is kept nowhere. */
export const viewCalendarLink = (actor: Actor): Promise<Date | null> => findCalendarLink(actor.id)

/** Makes the secret address of one's calendar, which ends an earlier one. @returns it, to be shown this once. */
export function makeCalendarLink(actor: Actor, now: Date): Promise<string> {
  const secret = newSecret()
  return transact(async (tx) => {
    await saveCalendarLink(tx, actor.id, secret, now)
    const object = { kind: 'user', id: actor.id }
    await recordAudit(tx, { actor, action: 'calendar.link-made', object, at: now })
    return `${settings().appUrl}/calendar/${secret}.ics`
  })
}

/** Ends the address of one's calendar. A second time changes nothing. */
export function endCalendarLink(actor: Actor, now: Date): Promise<void> {
  return transact(async (tx) => {
    if (!(await deleteCalendarLink(tx, actor.id))) return
    const object = { kind: 'user', id: actor.id }
    await recordAudit(tx, { actor, action: 'calendar.link-ended', object, at: now })
  })
}
