import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { lockRow, transact } from '#app/db/client.server.ts'
import { findLastAttestation, insertAttestation } from '#app/db/pathway-choices.server.ts'
import { attestationsOf } from '#app/domain/pathway/turns.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { place } from './follow-pathway.server.ts'
import { readStandpoint } from './view-progress.server.ts'

export const attestForm = z.object({
  intent: z.enum(['attest', 'take-back'], 'Choose what to do.'),
  requirement: z.string(),
})

/**
 * Records what the actor declares of themselves for one requirement of their pathway, or that they take it back; both stay on
 * record. Whoever declares for a pathway that was only proposed follows it from then on. Saying the same again changes nothing.
 * Throws 404 for what the pathway does not ask them to declare.
 */
export async function attest(
  actor: Actor,
  { intent, requirement }: z.output<typeof attestForm>,
  now: Date,
): Promise<void> {
  const standpoint = await readStandpoint(actor.id)
  const asked = standpoint && attestationsOf(standpoint.followed.pathway.requirements)
  if (!standpoint || !asked?.some(({ id }) => id === requirement))
    throw new Response('This pathway asks for no such declaration.', { status: 404 })
  const isAccepted = intent === 'attest'
  const { followed } = standpoint
  const on = todayIn(actor.timeZone, now)
  await transact(async (tx) => {
    await lockRow(tx, 'user', actor.id)
    const last = await findLastAttestation(tx, actor.id, requirement)
    // A declaration that has run out is made again; taking back what was never said says nothing.
    if (isAccepted ? last?.isAccepted && last.on === on : !last?.isAccepted) return
    if (!followed.isChosen) await place(tx, actor, followed, now)
    const id = await insertAttestation(tx, { userId: actor.id, requirementId: requirement, isAccepted, on, now })
    const action = isAccepted ? 'attestation.made' : 'attestation.withdrawn'
    const details = { requirement, pathwayVersionId: followed.versionId }
    await recordAudit(tx, { actor, action, object: { kind: 'staff-check', id }, details, at: now })
  })
}
