import type { OrderState } from '#app/domain/billing/order.ts'
import { Tag } from '#app/ui/tag.tsx'

const words = {
  begun: ['Not paid', 'neutral'],
  open: ['Not paid', 'neutral'],
  expired: ['Not paid in time', 'neutral'],
  processing: ['Payment under way', 'primary'],
  paid: ['Paid', 'positive'],
  refunded: ['Refunded', 'neutral'],
  'part-refunded': ['Refunded in part', 'neutral'],
  disputed: ['Disputed', 'caution'],
  'in-arrears': ['A part is not paid', 'caution'],
  suspended: ['Suspended', 'critical'],
} as const satisfies Record<OrderState, readonly [string, string]>

export function OrderStateTag({ state }: { state: OrderState }) {
  const [label, tone] = words[state]
  return <Tag tone={tone}>{label}</Tag>
}
