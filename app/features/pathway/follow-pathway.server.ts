import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, lockRow, transact } from '#app/db/client.server.ts'
import { insertPlacement, isPlacedOn } from '#app/db/pathway-choices.server.ts'
import { type Gap, gapBetween } from '#app/domain/pathway/gap-between.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Followed } from './pathway-of.server.ts'
import { readStandpoint, type Standpoint } from './view-progress.server.ts'

export type PathwayMove = {
  from: { title: string; version: number; isChosen: boolean }
  to: { slug: string; title: string; version: number; versionId: string }
  /** The person follows this version already. */
  isThere: boolean
  gaps: Gap[]
}

/** What would be different for somebody on the current version of a pathway. Throws 404 for one that is not offered. */
export async function viewMove(actor: Actor, slug: string, now: Date): Promise<PathwayMove> {
  const { standpoint, to } = await readMove(actor.id, slug)
  const { followed, facts } = standpoint
  const { title, version } = followed.pathway
  return {
    from: { title, version, isChosen: followed.isChosen },
    to: { slug, title: to.pathway.title, version: to.pathway.version, versionId: to.versionId },
    isThere: isOn(followed, to),
    gaps: gapBetween(followed.pathway, to.pathway, facts, todayIn(actor.timeZone, now)),
  }
}

export const followForm = z.object({ seen: z.string() })

/**
 * Pins the actor to the current version of a pathway. @param seen the version whose differences they read.
 * @returns why not, or null. Throws 404 for a pathway that is not offered.
 */
export async function followPathway(
  actor: Actor,
  { slug, seen }: { slug: string; seen: string },
  now: Date,
): Promise<string | null> {
  const { standpoint, to } = await readMove(actor.id, slug)
  if (to.versionId !== seen) return 'This pathway has changed meanwhile. Please look at what is different now.'
  if (isOn(standpoint.followed, to)) return null
  await transact((tx) => place(tx, actor, to, now))
  return null
}

/** The placement and its audit entry, in the transaction of what leads to it; nothing where it stands already. Holds the person's row. */
export async function place(tx: Db, actor: Actor, to: Pick<Followed, 'itemId' | 'versionId'>, now: Date) {
  await lockRow(tx, 'user', actor.id)
  const { itemId: pathwayId, versionId } = to
  if (await isPlacedOn(tx, actor.id, versionId)) return
  const id = await insertPlacement(tx, { userId: actor.id, pathwayId, versionId, now })
  const object = { kind: 'pathway-placement', id }
  await recordAudit(tx, { actor, action: 'pathway.followed', object, details: { pathwayId, versionId }, at: now })
}

const isOn = (followed: Followed, to: Followed) => followed.isChosen && followed.versionId === to.versionId

async function readMove(userId: string, slug: string): Promise<{ standpoint: Standpoint; to: Followed }> {
  const standpoint = await readStandpoint(userId)
  const to = standpoint?.offered.find(({ pathway }) => pathway.slug === slug)
  if (!standpoint || !to) throw new Response('There is no such pathway.', { status: 404 })
  return { standpoint, to }
}
