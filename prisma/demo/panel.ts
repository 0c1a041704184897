import { db } from '#app/db/client.server.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import { EXPERTISE } from '#app/domain/keyed/panel-answer.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { answerPanel } from '#app/features/panels/answer-panel.server.ts'
import { createPanel } from '#app/features/panels/create-panel.server.ts'
import { inviteMember } from '#app/features/panels/invite-member.server.ts'
import type { Clock } from './clock.ts'
import { type Members, memberOf } from './people.ts'
import type { DemoPractice } from './practice.ts'
import { shiftFields } from './practising.ts'

/** Sets up a panel of experts on a vignette that a key scores; some of its members have answered. */
export async function callPanel(
  panel: DemoPractice['panel'],
  { members, clock, now }: { members: Members; clock: Clock; now: Date },
): Promise<void> {
  const lead = memberOf(members, panel.by).actor
  const item = await db().contentItem.findFirstOrThrow({
    where: { kind: 'vignette', slug: panel.vignette },
    select: { id: true },
  })
  const closesOn = new Date(now.getTime() + panel.closesInDays * DAY_MS).toISOString().slice(0, 10)
  const created = await createPanel(lead, { itemId: item.id, title: panel.title, closesOn }, clock.after(1))
  if ('fault' in created) throw new Error(`The panel: ${created.fault.message}`)
  for (const key of panel.members) {
    const invited = await inviteMember(lead, created.id, memberOf(members, key).actor.email, clock.after(0.1))
    if ('refused' in invited) throw new Error(`${key} is not on the panel: ${invited.refused}`)
  }
  for (const { by, expertise, shifts, reasons } of panel.answers) {
    const because = Object.entries(reasons).map(([id, text]) => [keyedField.reason(id), text])
    const fields = { [EXPERTISE]: expertise, ...shiftFields(shifts), ...Object.fromEntries(because) }
    const answered = await answerPanel(
      memberOf(members, by).actor,
      created.id,
      { draftVersion: 0, fields },
      clock.after(20),
    )
    if ('refused' in answered) throw new Error(`${by} on the panel: ${JSON.stringify(answered.refused.errors)}`)
  }
}
