import { db } from '#app/db/client.server.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import { EXPERTISE } from '#app/domain/keyed/panel-answer.ts'
import type { Actor } from '#app/domain/people.ts'
import { createPanel } from '#app/features/panels/create-panel.server.ts'
import { inviteMember } from '#app/features/panels/invite-member.server.ts'
import { createAccount, now } from './accounts.ts'

/** A panel of this lead on something that was published, open for a week. @returns its id. */
export async function openPanel(lead: Actor, itemId: string, changes: { closesOn?: string; title?: string } = {}) {
  const panel = await createPanel(lead, { itemId, title: 'Leeds', closesOn: '2026-11-09', ...changes }, now)
  if ('fault' in panel) throw new Error(panel.fault.message)
  return panel.id
}

/** Invites so many experts, who hold no role at all. */
export async function inviteExperts(lead: Actor, panelId: string, count: number): Promise<Actor[]> {
  const experts: Actor[] = []
  for (let number = 1; number <= count; number++) {
    const expert = await createAccount(`Expert${number}`, { roles: [] })
    const invited = await inviteMember(lead, panelId, expert.email, now)
    if ('refused' in invited) throw new Error(invited.refused)
    experts.push(expert)
  }
  return experts
}

/** What a member sends: the fields of an answer, with what makes them an expert and reasons by item or turn. */
export const seatFields = (answers: Record<string, string>, reasons: Record<string, string> = {}) => ({
  [EXPERTISE]: 'Twenty years of practice',
  ...answers,
  ...Object.fromEntries(Object.entries(reasons).map(([subject, text]) => [keyedField.reason(subject), text])),
})

export const consensuses = () => db().consensus.findMany({ orderBy: [{ formedAt: 'asc' }, { id: 'asc' }] })
