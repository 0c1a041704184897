import { entitlementsOf } from '#app/domain/billing/order.ts'
import { unmetSentence } from '#app/domain/enrolment/prerequisites.ts'
import type { Db } from './client.server.ts'
import { findWithdrawal } from './entitled-enrolments.server.ts'
import { listOrdersOf } from './orders.server.ts'
import { findUnmet } from './prerequisites.server.ts'

const REMOVED =
  'A training lead has taken you off this course. Ask them if you want to come back: they can take you up again, and what you did is kept.'

const REMOVED_FOR_LEAD = 'This person was taken off the course. Take them up again under Enrolments first.'

/**
 * Why somebody cannot be enrolled in a course now, in a sentence for them or for the lead who asks; nothing where they can. Whoever
 * enrols, sells, invites or gives a place asks here. What was begun once is not asked about again.
 */
export async function whyNotEnrol(
  tx: Db,
  userId: string,
  courseId: string,
  reader: 'self' | 'lead' = 'self',
): Promise<string | undefined> {
  const withdrawal = await findWithdrawal(tx, userId, courseId)
  if (withdrawal && !withdrawal.isOwn) return reader === 'self' ? REMOVED : REMOVED_FOR_LEAD
  const hasBegun = await tx.enrolment.findFirst({ where: { userId, courseId }, select: { id: true } })
  const unmet = hasBegun ? [] : await findUnmet(tx, userId, courseId)
  return unmet.length > 0 ? unmetSentence(unmet, reader) : undefined
}

const PAID =
  'You have paid for this course already and left it. Come back to it under “Your enrolment”; nothing more is charged.'

/** The same for whoever would pay for it: nobody pays twice for what an order of theirs still gives. */
export async function whyNotBuy(tx: Db, userId: string, courseId: string): Promise<string | undefined> {
  const withdrawal = await findWithdrawal(tx, userId, courseId)
  if (withdrawal?.isOwn && entitlementsOf(await listOrdersOf(tx, userId, courseId)).has(courseId)) return PAID
  return whyNotEnrol(tx, userId, courseId)
}
