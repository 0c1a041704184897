import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { buyCourse } from '#app/features/billing/buy-course.server.ts'
import { findOffer } from '#app/features/billing/course-offer.server.ts'
import type { Seen } from '#app/features/billing/place-order.server.ts'
import { now } from './accounts.ts'
import { courseOf, publish } from './published.ts'

export const PRICE = { GBP: 24000, JPY: 45000 }

const AT_ONCE: Seen = { currency: 'GBP', minor: PRICE.GBP }

/** A course that costs something. */
export const publishPriced = () => publish('course', courseOf({ title: 'Practitioner level', price: PRICE }))

/** Presses Buy. */
export async function buy(actor: Actor, slug: string, seen: Seen = AT_ONCE, at = now) {
  const offer = await findOffer(slug)
  if (!offer) throw new Error('the course is free')
  return buyCourse(actor, offer, seen, at)
}

/** An order whose page to pay on is open. */
export async function openOrder(
  actor: Actor,
  slug: string,
  seen: Seen = AT_ONCE,
): Promise<{ id: string; sessionId: string }> {
  const bought = await buy(actor, slug, seen)
  if (!('checkoutUrl' in bought)) throw new Error(`no page to pay on: ${JSON.stringify(bought)}`)
  const order = await db().order.findFirstOrThrow({ where: { sessionUrl: bought.checkoutUrl } })
  return { id: order.id, sessionId: order.sessionId ?? '' }
}

/** Whether somebody is enrolled now. */
export const isEnrolled = async ({ id: userId }: Actor, courseId: string) =>
  (await db().enrolment.count({ where: { userId, courseId, state: 'active' } })) === 1
