import { findAccountId } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { deletePanelMember, findInvolvement, type Involvement, insertPanelMember } from '#app/db/panel-seats.server.ts'
import { type HeldPanel, holdLedPanel } from '#app/db/panels.server.ts'
import { dayOf, isPanelOpen } from '#app/domain/keyed/panel.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Invites the person with this e-mail address to a panel that the actor leads, and tells them.
 * @param email in lower case.
 * @returns why not: the panel has closed, no account has the address, its person is on it already, or answers or marks what it judges.
 * @throws 404 for a panel of somebody else.
 */
export function inviteMember(
  actor: Actor,
  panelId: string,
  email: string,
  now: Date,
): Promise<{ isInvited: true } | { refused: string }> {
  return transact(async (tx) => {
    const panel = await requireLedPanel(tx, actor, panelId)
    if (!isPanelOpen(panel.closesOn, dayOf(now))) return { refused: 'This panel has closed.' }
    const userId = await findAccountId(tx, email)
    if (!userId)
      return {
        refused: 'No account has this address. Ask the person to sign up first, or an administrator to invite them.',
      }
    const involvement = await findInvolvement(tx, { userId, itemId: panel.itemId })
    if (involvement) return { refused: whyNotOnPanel[involvement] }
    if (!(await insertPanelMember(tx, { panelId: panel.id, userId, now })))
      return { refused: 'The person with this address is on the panel already.' }
    const object = { kind: 'panel', id: panel.id }
    await recordAudit(tx, { actor, action: 'panel.member-invited', object, details: { userId }, at: now })
    const params = { panelTitle: panel.title, path: `/panels/${panel.id}/answer` } as const
    await notify(tx, { userId, kind: 'panel-invitation', params, now })
    return { isInvited: true }
  })
}

const whyNotOnPanel: Record<NonNullable<Involvement>, string> = {
  attempt: 'This person has an attempt at the vignette, and nobody sits on the panel for what they answer themselves.',
  mark: 'This person has practised on the benchmark and seen its consensus, so their judgement would not be their own.',
}

/**
 * Takes somebody who has not answered off a panel that the actor leads. An answer that was given stays.
 * @throws 404 for a panel of somebody else.
 */
export function removeMember(
  actor: Actor,
  panelId: string,
  memberId: string,
  now: Date,
): Promise<{ isRemoved: boolean }> {
  return transact(async (tx) => {
    const panel = await requireLedPanel(tx, actor, panelId)
    const isRemoved = await deletePanelMember(tx, { panelId: panel.id, memberId })
    const object = { kind: 'panel', id: panel.id }
    if (isRemoved)
      await recordAudit(tx, { actor, action: 'panel.member-removed', object, details: { memberId }, at: now })
    return { isRemoved }
  })
}

async function requireLedPanel(tx: Db, actor: Actor, panelId: string): Promise<HeldPanel> {
  const panel = await holdLedPanel(tx, actor.id, panelId)
  if (!panel) throw new Response('There is no such panel of yours.', { status: 404 })
  return panel
}
