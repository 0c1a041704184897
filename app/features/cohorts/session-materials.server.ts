import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { type Material, saveMaterials } from '#app/db/live-sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { findOwnSession } from './change-session.server.ts'

export const MAX_MATERIALS = 20

type SessionAddress = { cohortId: string; sessionId: string }

/**
 * Adds a link to what a session is prepared or followed up with: before it, and after it as well.
 * @returns why not: the session has it already, or as many as it can have.
 * @throws 404 for a session out of the actor's reach.
 */
export const addMaterial = (
  actor: Actor,
  address: SessionAddress,
  material: Material,
  now: Date,
): Promise<{ isSaved: true } | { refused: string }> =>
  changeMaterials(actor, address, now, (materials) => {
    if (materials.some(({ url }) => url === material.url)) return { refused: 'This link stands there already.' }
    if (materials.length >= MAX_MATERIALS) return { refused: `A session has at most ${MAX_MATERIALS} links.` }
    return { materials: [...materials, material] }
  })

/** Takes a link away. A second time changes nothing. @throws 404 for a session out of the actor's reach. */
export const removeMaterial = (actor: Actor, address: SessionAddress, url: string, now: Date) =>
  changeMaterials(actor, address, now, (materials) => ({ materials: materials.filter((one) => one.url !== url) }))

type Changed = { materials: Material[] } | { refused: string }

function changeMaterials(
  actor: Actor,
  address: SessionAddress,
  now: Date,
  change: (materials: Material[]) => Changed,
): Promise<{ isSaved: true } | { refused: string }> {
  return transact(async (tx) => {
    const { cohort, session } = await findOwnSession(tx, actor, address)
    const changed = change(session.materials)
    if ('refused' in changed) return changed
    await saveMaterials(tx, session.id, changed.materials, now)
    await recordAudit(tx, {
      actor,
      action: 'session.materials-changed',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: session.id, links: changed.materials.length },
      at: now,
    })
    return { isSaved: true }
  })
}
