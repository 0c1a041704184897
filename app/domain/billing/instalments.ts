import { DAY_MS } from '../time.ts'
import type { Arrears, PaymentFacts } from './order.ts'

/** A price that is paid in equal monthly parts. */
export type Plan = {
  instalments: number
  /** How many days after a part was not paid what was bought goes on. */
  graceDays: number
}

/** What Stripe has asked for one part. */
export type Part = { isPaid: boolean; askedAt: Date }

export type PlanStanding = { instalmentsPaid: number; arrears: Arrears; arrearsSince: Date | null }

/** All that a look at Stripe finds of a payment. */
export type PaymentFound = PaymentFacts &
  PlanStanding & {
    paymentId: string | null
    receiptUrl: string | null
    paidAt: Date | null
    subscriptionId: string | null
    /** Where a part that is due is paid. */
    payUrl: string | null
  }

/** One part, in minor units; the content check holds that the price divides into them. */
export const instalmentMinor = (priceMinor: number, instalments: number): number => priceMinor / instalments

/** Until when what was bought goes on although a part was not paid. */
export const graceEnds = (since: Date, { graceDays }: Pick<Plan, 'graceDays'>): Date =>
  new Date(since.getTime() + graceDays * DAY_MS)

/**
 * How far a plan is paid. What is not paid is in arrears from the moment at which it was asked for; a plan that was broken off, from
 * that moment.
 * @param endedAt when Stripe stopped to ask for parts; null while it goes on.
 */
export function planStanding(plan: Plan, parts: readonly Part[], endedAt: Date | null, now: Date): PlanStanding {
  const instalmentsPaid = parts.filter(({ isPaid }) => isPaid).length
  const unpaid = parts.filter(({ isPaid }) => !isPaid).map(({ askedAt }) => askedAt.getTime())
  const since = unpaid.length > 0 ? new Date(Math.min(...unpaid)) : endedAt
  if (instalmentsPaid >= plan.instalments || !since) return { instalmentsPaid, arrears: 'none', arrearsSince: null }
  return { instalmentsPaid, arrears: now < graceEnds(since, plan) ? 'grace' : 'suspended', arrearsSince: since }
}
