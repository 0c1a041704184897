import { courseVersion } from '#app/content/catalogue.server.ts'
import type { Price } from '#app/content/course-schema.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import { type Money, pricesOf } from '#app/domain/billing/money.ts'
import { isSelling, isTestCheckout } from '#app/integrations/stripe.server.ts'

/** What is asked for a course now. */
export type Offer = { courseId: string; slug: string; title: string; prices: Money[] }

/** @returns nothing for a course that is free. Throws 404 for one that is not offered. */
export async function findOffer(slug: string): Promise<Offer | undefined> {
  const item = await findCurrentItem('course', slug)
  if (!item?.isListed) throw new Response('There is no such course.', { status: 404 })
  const { price, title } = await courseVersion(item.versionId)
  return price === 'free' ? undefined : { courseId: item.id, slug, title, prices: pricesOf(price) }
}

/** How a course is sold here, as its page says it to everybody; nothing for one that is free. */
export const saleOf = (price: Price): { prices: Money[]; isOpen: boolean; isTest: boolean } | undefined =>
  price === 'free' ? undefined : { prices: pricesOf(price), isOpen: isSelling(), isTest: isTestCheckout() }
