import type { ApplicationState } from '#app/domain/application.ts'
import { type Currency, type Money, pricesOf } from './money.ts'
import { gives, orderState, type PaymentFacts } from './order.ts'

/** What a pathway asks for looking at an application or at a renewal, in minor units by currency. */
export type Fee = {
  price: Partial<Record<Currency, number>>
  /** How many in a hundred go back when it is withdrawn or refused; nothing where it is not said. */
  refund?: { withdrawn?: number | undefined; refused?: number | undefined } | undefined
}

export type FeeOrder = PaymentFacts & { id: string; currency: string }

/** How the fee of an application stands. */
export type FeeStanding =
  /** Nothing is asked, or nothing any more. */
  | { state: 'none' }
  /** It waits for the fee, and nobody decides it before that has come. */
  | { state: 'due'; prices: Money[] }
  | { state: 'processing' }
  /** `owedMinor`: what the rule of the pathway says is still to be given back. */
  | { state: 'paid'; orderId: string; currency: string; totalMinor: number; owedMinor: number }

/**
 * @param fee absent where the pathway asks none, and where nothing is sold.
 * @param orders of the fee of this application, the oldest first.
 */
export function feeStanding(
  fee: Fee | null | undefined,
  orders: readonly FeeOrder[],
  application: ApplicationState,
): FeeStanding {
  const paid = orders.find(gives)
  if (paid) {
    const { id: orderId, currency, totalMinor } = paid
    return {
      state: 'paid',
      orderId,
      currency,
      totalMinor: totalMinor ?? 0,
      owedMinor: owedMinor(fee, paid, application),
    }
  }
  if (orders.some((order) => orderState(order) === 'processing')) return { state: 'processing' }
  if (!fee || (application !== 'submitted' && application !== 'more_asked')) return { state: 'none' }
  return { state: 'due', prices: pricesOf(fee.price) }
}

function owedMinor(fee: Fee | null | undefined, paid: FeeOrder, application: ApplicationState): number {
  if (application !== 'withdrawn' && application !== 'refused') return 0
  const percent = fee?.refund?.[application] ?? 0
  return Math.max(0, Math.round(((paid.totalMinor ?? 0) * percent) / 100) - paid.refundedMinor)
}

/** Whether an application has to wait for its fee before it is decided. */
export const isFeeOpen = ({ state }: FeeStanding): boolean => state === 'due' || state === 'processing'
