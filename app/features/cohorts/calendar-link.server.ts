import { randomBytes } from 'node:crypto'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import { recordAudit } from '#app/db/audit.server.ts'
import { deleteCalendarLink, findCalendarLink, saveCalendarLink } from '#app/db/calendar.server.ts'
import { transact } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'

const SECRET_BYTES = 20

/** When one's own calendar address was made; null without one. The address itself is kept nowhere. */
export const viewCalendarLink = (actor: Actor): Promise<Date | null> => findCalendarLink(actor.id)

/** Makes the secret address of one's calendar, which ends an earlier one. @returns it, to be shown this once. */
export function makeCalendarLink(actor: Actor, now: Date): Promise<string> {
  const secret = encodeBase32LowerCaseNoPadding(randomBytes(SECRET_BYTES))
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
