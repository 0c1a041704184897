import { z } from 'zod'
import { policy } from '#app/auth/policy.ts'
import {
  type AppealedAttempt,
  findAppealedAttempt,
  findUninvolved,
  holdAppealedAttempt,
  insertAppeal,
  type OwnAppeal,
} from '#app/db/appeals.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { listHolders } from '#app/db/role-grants.server.ts'
import { APPEAL_GROUNDS, type AppealGround, appealsClose, whyNoAppeal } from '#app/domain/appeals.ts'
import type { Actor } from '#app/domain/people.ts'

const grounds = Object.keys(APPEAL_GROUNDS) as [AppealGround, ...AppealGround[]]

export const appealForm = z.object({
  ground: z.enum(grounds, { error: 'Choose what your appeal rests on.' }),
  statement: z
    .string()
    .trim()
    .min(50, 'Say what happened and why it matters, in a few sentences.')
    .max(5000, 'Use at most 5,000 characters.'),
})

type Attempt = { slug: string; number: number }

export type AppealPage = {
  vignetteTitle: string
  appeals: OwnAppeal[]
  closesAt: Date | null
  /** Why none can be made now; null when one can. */
  because: string | null
}

/** What a trainee sees of appealing against one of their own attempts. Throws 404 for an attempt that is not theirs. */
export async function viewOwnAppeal(actor: Actor, attempt: Attempt, now: Date): Promise<AppealPage> {
  const found = await findAppealedAttempt(db(), { userId: actor.id, ...attempt })
  if (!found) throw new Response('There is no such attempt of yours.', { status: 404 })
  const { vignetteTitle, appeals, releasedAt } = found
  const closesAt = releasedAt && appealsClose(releasedAt, actor.timeZone)
  return { vignetteTitle, appeals, closesAt, because: whyNot(actor, found, now) }
}

const whyNot = ({ timeZone }: Actor, { releasedAt, appeals }: AppealedAttempt, now: Date) =>
  whyNoAppeal({ releasedAt, timeZone, appeals }, now)

/**
 * Appeals against the marking of one's own attempt. It goes to those who may decide appeals and had no part in this one.
 * @returns why it cannot be made, or null. Throws 404 for an attempt that is not the actor's.
 */
export function lodgeAppeal(
  actor: Actor,
  attempt: Attempt,
  { ground, statement }: z.output<typeof appealForm>,
  now: Date,
): Promise<string | null> {
  return transact(async (tx) => {
    const own = { userId: actor.id, ...attempt }
    await holdAppealedAttempt(tx, own)
    const found = await findAppealedAttempt(tx, own)
    if (!found) throw new Response('There is no such attempt of yours.', { status: 404 })
    const because = whyNot(actor, found, now)
    if (because) return because
    const appealId = await insertAppeal(tx, { attemptId: found.id, ground, statement, lodgedAt: now })
    await deleteKeptForm(tx, actor, 'appeal', `${attempt.slug}.${attempt.number}`)
    const deciders = await listHolders(tx, policy['appeals.decide'], now)
    const told = await findUninvolved(tx, found.id, deciders)
    for (const userId of told) await notify(tx, { userId, kind: 'appeal-lodged', params: { appealId }, now })
    const details = { attemptId: found.id, ground, told: told.length }
    await recordAudit(tx, {
      actor,
      action: 'appeal.lodged',
      object: { kind: 'appeal', id: appealId },
      details,
      at: now,
    })
    return null
  })
}
