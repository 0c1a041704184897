import { z } from 'zod'
import { lockAccount } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { insertGrant, listGrants, lockGrant, saveGrantEnd } from '#app/db/role-grants.server.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import { type Decision, decideEnd, decideGrant } from '#app/domain/role-grants.ts'
import { lastDayField } from './last-day.server.ts'

/** @param giver whose calendar the last day is read by. */
export const grantForm = (giver: Actor, now: Date) =>
  z.object({ role: z.enum(ROLES, 'Choose a role.'), lastDay: lastDayField(giver.timeZone, now) })

type Grant = { personId: string } & z.output<ReturnType<typeof grantForm>>

/** Gives somebody else a role. The account's row is locked, so that two administrators who meet give it once. */
export async function grantRole({ personId, role, lastDay }: Grant, actor: Actor, now: Date): Promise<Decision> {
  return transact(async (tx) => {
    if (!(await lockAccount(tx, personId))) throw new Response('There is no such person.', { status: 404 })
    const held = await listGrants(tx, personId)
    const decision = decideGrant({ actorId: actor.id, personId, role, endsAt: lastDay, held, now })
    if (!decision.allowed) return decision
    await insertGrant(tx, { userId: personId, role, startsAt: now, endsAt: lastDay, grantedById: actor.id })
    const details = { role, endsAt: lastDay?.toISOString() ?? null }
    await recordAudit(tx, { actor, action: 'role.granted', object: { kind: 'user', id: personId }, details, at: now })
    return decision
  })
}

/** Ends a role of somebody else at once. */
export async function endRole(
  { personId, grantId }: { personId: string; grantId: string },
  actor: Actor,
  now: Date,
): Promise<Decision> {
  return transact(async (tx) => {
    const grant = await lockGrant(tx, grantId, personId)
    if (!grant) throw new Response('There is no such role.', { status: 404 })
    const decision = decideEnd(actor.id, personId, grant, now)
    if (!decision.allowed) return decision
    await saveGrantEnd(tx, grantId, now)
    const details = { role: grant.role, grantId }
    await recordAudit(tx, { actor, action: 'role.ended', object: { kind: 'user', id: personId }, details, at: now })
    return decision
  })
}
