import { cohortsOf } from '#app/db/cohorts.server.ts'
import { type ListedConflict, readConflicts } from '#app/db/conflicts.server.ts'
import type { Actor } from '#app/domain/people.ts'

/** More than a programme has; the oldest ended ones are left out first. */
const MOST = 200

export type ConflictsView = {
  own: ListedConflict[]
  ofOthers: ListedConflict[]
  /** For whom the actor may declare: themselves first where they mark. */
  markers: { id: string; name: string }[]
}

/** The conflicts of interest that the actor declared or that are about trainees of the cohorts in their reach. */
export async function viewConflicts(actor: Actor, now: Date): Promise<ConflictsView> {
  const { conflicts, markers } = await readConflicts({ ownId: actor.id, cohorts: cohortsOf(actor) }, now, MOST)
  return {
    own: conflicts.filter(({ markerId }) => markerId === actor.id),
    ofOthers: conflicts.filter(({ markerId }) => markerId !== actor.id),
    markers: markers.sort((a, b) => Number(b.id === actor.id) - Number(a.id === actor.id)),
  }
}
