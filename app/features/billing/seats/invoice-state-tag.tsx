import { Tag } from '#app/ui/tag.tsx'
import type { InvoiceState } from './invoice-words.ts'

const words = {
  unpaid: ['Not paid', 'neutral'],
  overdue: ['Overdue', 'caution'],
  paid: ['Paid', 'positive'],
  refunded: ['Given back, whole or in part', 'neutral'],
  cancelled: ['Cancelled', 'neutral'],
} as const satisfies Record<InvoiceState, readonly [string, string]>

export function InvoiceStateTag({ state }: { state: InvoiceState }) {
  const [label, tone] = words[state]
  return <Tag tone={tone}>{label}</Tag>
}
