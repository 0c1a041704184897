import { entitlementsOf } from '#app/domain/billing/order.ts'
import type { Db } from './client.server.ts'
import { findWithdrawal, listOrdersOf } from './orders.server.ts'

const REMOVED =
  'A training lead has taken you off this course. Ask them if you want to come back: they can take you up again, and what you did is kept.'

/**
 * Why somebody cannot be enrolled in a course now, in a sentence for them; nothing where they can. Whoever enrols, sells or invites
 * asks here.
 */
export async function whyNotEnrol(tx: Db, userId: string, courseId: string): Promise<string | undefined> {
  const withdrawal = await findWithdrawal(tx, userId, courseId)
  return withdrawal && !withdrawal.isOwn ? REMOVED : undefined
}

const PAID =
  'You have paid for this course already and left it. Come back to it under “Your enrolment”; nothing more is charged.'

/** The same for whoever would pay for it: nobody pays twice for what an order of theirs still gives. */
export async function whyNotBuy(tx: Db, userId: string, courseId: string): Promise<string | undefined> {
  const withdrawal = await findWithdrawal(tx, userId, courseId)
  if (withdrawal?.isOwn && entitlementsOf(await listOrdersOf(tx, userId, courseId)).has(courseId)) return PAID
  return whyNotEnrol(tx, userId, courseId)
}
