import { findOwnLevels } from '#app/db/own-marks.server.ts'
import type { PlacedMark } from '#app/domain/agreement/drift.ts'
import { type MarkerDrift, markerDrift } from '#app/domain/agreement/marker-drift.ts'
import type { Actor } from '#app/domain/people.ts'

/** More than a long season of marking. */
const MOST = 500

export type OwnDrift = { marks: PlacedMark[]; drift: MarkerDrift }

/** The actor's own global levels in the order in which they locked them, and whether they rise or fall. */
export async function viewOwnDrift(actor: Pick<Actor, 'id'>): Promise<OwnDrift> {
  const levels = await findOwnLevels(actor.id, MOST)
  const marks = levels.map((score, index) => ({ position: index + 1, score }))
  return { marks, drift: markerDrift('you', marks) }
}
