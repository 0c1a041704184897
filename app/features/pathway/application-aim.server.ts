import type { HeldStatus } from '#app/db/held-statuses.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { isHeld, isOpenForRenewal } from '#app/domain/renewal.ts'
import { standingFor } from './own-statuses.server.ts'
import type { Followed } from './pathway-of.server.ts'

/** What an application is for: the version that it is judged by, and the status that it renews. */
export type Aim = { pathwayVersionId: string; renewsId: string | null }
type Closed = { field: string; message: string }

/** @returns why not, while its renewal is not open. Throws 404 for a status that is not among these. */
export function toRenew(statuses: readonly HeldStatus[], id: string, holder: Actor, now: Date): Aim | Closed {
  const status = statuses.find((one) => one.id === id)
  if (!status) throw new Response('There is no such status.', { status: 404 })
  const standing = standingFor(status, holder, now)
  if (!isOpenForRenewal(standing)) return { field: '', message: standing.because }
  return { pathwayVersionId: status.judgedBy.versionId, renewsId: status.id }
}

/** By the whole pathway. @returns why not, while its status is held: that goes on by its renewal. */
export function toBegin(statuses: readonly HeldStatus[], followed: Followed, holder: Actor, now: Date): Aim | Closed {
  const held = statuses
    .filter(({ pathwaySlug }) => pathwaySlug === followed.pathway.slug)
    .map((status) => standingFor(status, holder, now))
    .find(isHeld)
  if (held) return { field: '', message: `You have this status. ${held.because}` }
  return { pathwayVersionId: followed.versionId, renewsId: null }
}
