import { z } from 'zod'
import type { Db } from '#app/db/client.server.ts'
import { whyNotBuy } from '#app/db/enrolment-guard.server.ts'
import { findActiveEnrolment } from '#app/db/entitled-enrolments.server.ts'
import { listOrdersOf } from '#app/db/orders.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Offer } from './course-offer.server.ts'
import { type Bought, placeOrder, type Seen, seenPrice } from './place-order.server.ts'

export const buyForm = z.object({ price: seenPrice })

/** Places an order for a course, as {@link placeOrder} does. */
export function buyCourse(
  actor: Actor,
  { courseId, slug, title, prices, plan }: Offer,
  seen: Seen,
  now: Date,
): Promise<Bought> {
  const wanted = {
    ...{ title, prices, plan, backTo: `/courses/${slug}` },
    order: { purpose: 'course', courseId } as const,
    whyNot: (tx: Db) => whyNotBuy(tx, actor.id, courseId),
    listOrders: (tx: Db) => listOrdersOf(tx, actor.id, courseId),
    isHad: async (tx: Db) => (await findActiveEnrolment(tx, actor.id, courseId)) !== undefined,
  }
  return placeOrder(actor, wanted, seen, now)
}
