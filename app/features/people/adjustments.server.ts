import { findAccountId } from '#app/db/accounts.server.ts'
import {
  deleteAdjustment,
  findAdjustment,
  type OwnAdjustment,
  type RecordedAdjustment,
  readAdjustments,
  upsertAdjustment,
} from '#app/db/adjustments.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { Actor } from '#app/domain/people.ts'

const ADJUSTMENTS_PER_PAGE = 25

export type AdjustmentPage = { adjustments: RecordedAdjustment[]; total: number; pages: number }

/** One page, counted from 1, of the people with a reasonable adjustment, by name. */
export async function listAdjustments(page: number): Promise<AdjustmentPage> {
  const limit = ADJUSTMENTS_PER_PAGE
  const { adjustments, total } = await readAdjustments({ limit, offset: (page - 1) * limit })
  return { adjustments, total, pages: Math.max(1, Math.ceil(total / limit)) }
}

export type AdjustmentOfOneself = OwnAdjustment

/** What is recorded about the actor, which they may always see; null where nothing is. */
export const readOwnAdjustment = (actor: Pick<Actor, 'id'>): Promise<AdjustmentOfOneself | null> =>
  findAdjustment(actor.id)

export type AgreedAdjustment = {
  /** In lower case. */
  email: string
  /** 0 to 365. */
  extraDays: number
  otherFormat: string
}

/**
 * Records a reasonable adjustment for a person, once for everything: from now on each deadline of a cohort is so many days later
 * for them. With no days and no other format it is taken away. The person is told.
 * @returns why not: no account has the address, or it is the actor's own.
 */
export function recordAdjustment(
  actor: Actor,
  { email, extraDays, otherFormat }: AgreedAdjustment,
  now: Date,
): Promise<{ isRecorded: boolean } | { refused: string }> {
  return transact(async (tx) => {
    const userId = await findAccountId(tx, email)
    if (!userId) return { refused: 'No account has this address.' }
    if (userId === actor.id) return { refused: 'Somebody else records what is agreed with you.' }
    const isRecorded = extraDays > 0 || otherFormat !== ''
    if (isRecorded) await upsertAdjustment(tx, { userId, extraDays, otherFormat, recordedById: actor.id, now })
    else if (!(await deleteAdjustment(tx, userId))) return { isRecorded }
    await recordAudit(tx, {
      actor,
      action: isRecorded ? 'adjustment.recorded' : 'adjustment.removed',
      object: { kind: 'user', id: userId },
      details: { extraDays, hasOtherFormat: otherFormat !== '' },
      at: now,
    })
    await notify(tx, { userId, kind: 'adjustment-changed', params: {}, now })
    return { isRecorded }
  })
}
