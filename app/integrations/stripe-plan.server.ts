import type Stripe from 'stripe'
import type { Part } from '#app/domain/billing/instalments.ts'
import { asked } from './stripe.server.ts'

/** Monthly parts as Stripe asks for them. */
export type AskedPlan = {
  subscriptionId: string
  parts: Part[]
  /** The payments that came of the parts, the oldest first. */
  paymentIds: string[]
  paidMinor: number
  endedAt: Date | null
  /** Whether Stripe knows after how many parts it ends. */
  isEnding: boolean
  scheduleId: string | null
  /** Where the part is paid that was not. */
  payUrl: string | null
}

export async function fetchPlan(api: Stripe, subscriptionId: string): Promise<AskedPlan> {
  const [subscription, invoices] = await Promise.all([
    api.subscriptions.retrieve(subscriptionId, { expand: ['schedule'] }),
    api.invoices
      .list({ subscription: subscriptionId, limit: 100, expand: ['data.payments'] })
      .autoPagingToArray({ limit: 1000 }),
  ])
  const schedule = typeof subscription.schedule === 'object' ? subscription.schedule : null
  const ended = subscription.ended_at ?? subscription.canceled_at
  // Whatever was drawn up by mistake and taken back is not asked for.
  const standing = invoices.filter(({ status }) => status !== 'draft' && status !== 'void').reverse()
  const unpaid = standing.find(({ status }) => status !== 'paid')
  return {
    subscriptionId,
    parts: standing.map(({ status, created }) => ({ isPaid: status === 'paid', askedAt: new Date(created * 1000) })),
    paymentIds: standing.flatMap(paidBy),
    paidMinor: standing.reduce((sum, { amount_paid }) => sum + amount_paid, 0),
    endedAt: ended ? new Date(ended * 1000) : null,
    isEnding: schedule?.end_behavior === 'cancel' || schedule?.status === 'completed',
    scheduleId: schedule?.id ?? null,
    payUrl: unpaid?.hosted_invoice_url ?? null,
  }
}

const paidBy = ({ payments }: Stripe.Invoice): string[] =>
  (payments?.data ?? []).flatMap(({ status, payment: { payment_intent: intent } }) =>
    status === 'paid' && intent ? [typeof intent === 'string' ? intent : intent.id] : [],
  )

/** Lets a plan end after so many months, as a schedule that begins with the subscription and cancels it. Done twice, it is done once. */
export async function endPlanAfter(
  { subscriptionId, scheduleId }: Pick<AskedPlan, 'subscriptionId' | 'scheduleId'>,
  months: number,
): Promise<void> {
  await asked(async (api) => {
    const key = (step: string) => ({ idempotencyKey: `plan-${subscriptionId}-${step}` })
    const schedule = scheduleId
      ? await api.subscriptionSchedules.retrieve(scheduleId)
      : await api.subscriptionSchedules.create({ from_subscription: subscriptionId }, key('begin'))
    const [phase] = schedule.phases
    if (phase) await api.subscriptionSchedules.update(schedule.id, endingParams(phase, months), key('end'))
  })
}

/** What we send; its type is that of the pinned package. */
const endingParams = (
  { items, start_date }: Stripe.SubscriptionSchedule.Phase,
  months: number,
): Stripe.SubscriptionScheduleUpdateParams => ({
  end_behavior: 'cancel',
  proration_behavior: 'none',
  phases: [
    {
      items: items.map(({ price, quantity = 1 }) => ({
        price: typeof price === 'string' ? price : price.id,
        quantity,
      })),
      start_date,
      duration: { interval: 'month', interval_count: months },
    },
  ],
})

/** Asks for no further part: what was paid went back. */
export async function breakOffPlan(subscriptionId: string): Promise<void> {
  await asked((api) => api.subscriptions.cancel(subscriptionId, { prorate: false, invoice_now: false }))
}
