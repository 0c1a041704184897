import { findAccountId } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import {
  type Billing,
  countManagers,
  deleteManager,
  findSameOrganisation,
  holdOrganisation,
  insertManager,
  insertOrganisation,
  saveBilling,
} from '#app/db/organisations.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { SENT_TWICE_MS } from '#app/domain/time.ts'

/** Sets up an organisation, which its maker then manages. Sent twice, it is one. @returns its id. */
export function setUpOrganisation(actor: Actor, billing: Billing, now: Date): Promise<string> {
  return transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    const since = new Date(now.getTime() - SENT_TWICE_MS)
    const same = await findSameOrganisation(tx, { name: billing.name, managerId: actor.id, since })
    if (same) return same
    const id = await insertOrganisation(tx, billing, { managerId: actor.id, now })
    await recordAudit(tx, { actor, action: 'organisation.set-up', object: { kind: 'organisation', id }, at: now })
    return id
  })
}

/** Changes to whom later invoices go; those that are issued stay as they are. Throws 404 for one that they do not manage. */
export function changeBilling(actor: Actor, id: string, billing: Billing, now: Date): Promise<void> {
  return withOrganisation(actor, id, async (tx) => {
    await saveBilling(tx, id, billing)
    await recordAudit(tx, { actor, action: 'organisation.changed', object: { kind: 'organisation', id }, at: now })
  })
}

/**
 * Lets somebody manage the organisation's seats as well.
 * @returns why not. Throws 404 for an organisation that they do not manage.
 */
export function addManager(
  actor: Actor,
  id: string,
  email: string,
  now: Date,
): Promise<{ isAdded: true } | { refused: string }> {
  return withOrganisation(actor, id, async (tx) => {
    const userId = await findAccountId(tx, email)
    if (!userId) return { refused: 'No account has this address. Ask the person to create one first.' }
    if (!(await insertManager(tx, id, userId, now)))
      return { refused: 'The person with this address manages it already.' }
    const object = { kind: 'organisation', id }
    await recordAudit(tx, { actor, action: 'organisation.manager-added', object, details: { userId }, at: now })
    return { isAdded: true }
  })
}

/** Ends somebody's managing, also one's own; the last one stays. @returns why not. Throws 404. */
export function removeManager(
  actor: Actor,
  id: string,
  userId: string,
  now: Date,
): Promise<{ isRemoved: true } | { refused: string }> {
  return withOrganisation(actor, id, async (tx) => {
    if ((await countManagers(tx, id)) < 2)
      return { refused: 'Somebody has to manage the seats: add another person first.' }
    if (!(await deleteManager(tx, id, userId))) return { refused: 'This person does not manage the seats.' }
    const object = { kind: 'organisation', id }
    await recordAudit(tx, { actor, action: 'organisation.manager-removed', object, details: { userId }, at: now })
    return { isRemoved: true }
  })
}

function withOrganisation<T>(actor: Actor, id: string, work: (tx: Db) => Promise<T>): Promise<T> {
  return transact(async (tx) => {
    if (!(await holdOrganisation(tx, id, actor.id)))
      throw new Response('There is no such organisation.', { status: 404 })
    return work(tx)
  })
}
