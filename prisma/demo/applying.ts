import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { attest } from '#app/features/pathway/attest.server.ts'
import type { Member } from './people.ts'
import { settleFee } from './settled-fee.ts'

const DECLARED = ['prior-experience', 'manual-read', 'introductory-group-knowledge']

/** Declares what the pathway asks them to, and hands in what they have; it waits for accreditation staff. */
export async function applyForStatus(member: Member, now: Date): Promise<void> {
  const { actor } = member
  for (const requirement of DECLARED) await attest(actor, { intent: 'attest', requirement }, now)
  const text = 'My registration and the weekly rhythm of my first supervision are yours to check.'
  const refusal = await changeOwnApplication(actor, { intent: 'apply', text, confirmed: 'on' }, now)
  if (refusal) throw new Error(refusal.message)
  await settleFee(member, now)
}
