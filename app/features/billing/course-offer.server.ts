import { courseVersion } from '#app/content/catalogue.server.ts'
import type { Course } from '#app/content/course-schema.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import type { Plan } from '#app/domain/billing/instalments.ts'
import { type Money, pricesOf } from '#app/domain/billing/money.ts'
import { isSelling, isTestCheckout } from '#app/integrations/stripe.server.ts'

/** What is asked for a course now. */
export type Offer = { courseId: string; slug: string; title: string; prices: Money[]; plan: Plan | undefined }

/** @returns nothing for a course that is free. Throws 404 for one that is not offered. */
export async function findOffer(slug: string): Promise<Offer | undefined> {
  const item = await findCurrentItem('course', slug)
  if (!item?.isListed) throw new Response('There is no such course.', { status: 404 })
  const { price, title, instalments } = await courseVersion(item.versionId)
  return price === 'free'
    ? undefined
    : { courseId: item.id, slug, title, prices: pricesOf(price), plan: planOf(instalments) }
}

const planOf = (said: Course['instalments']): Plan | undefined =>
  said && { instalments: said.months, graceDays: said.graceDays }

export type Sale = { prices: Money[]; plan: Plan | undefined; isOpen: boolean; isTest: boolean }

/** How a course is sold here, as its page says it to everybody; nothing for one that is free. */
export const saleOf = ({ price, instalments }: Pick<Course, 'price' | 'instalments'>): Sale | undefined =>
  price === 'free'
    ? undefined
    : { prices: pricesOf(price), plan: planOf(instalments), isOpen: isSelling(), isTest: isTestCheckout() }
