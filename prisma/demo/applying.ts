import { changeOwnApplication } from '#app/features/learning/apply.server.ts'
import type { Member } from './people.ts'

/** Hands in what somebody has; it waits for accreditation staff. */
export async function applyForStatus({ actor }: Member, now: Date): Promise<void> {
  const text = 'My registration and the weekly rhythm of my first supervision are yours to check.'
  const refusal = await changeOwnApplication(actor, { intent: 'apply', text, confirmed: 'on' }, now)
  if (refusal) throw new Error(refusal.message)
}
