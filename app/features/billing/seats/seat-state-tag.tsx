import type { SeatsGiven } from '#app/domain/billing/seats.ts'
import { Tag } from '#app/ui/tag.tsx'

const words = {
  open: ['Open', 'positive'],
  unpaid: ['Waiting for payment', 'caution'],
  overdue: ['Invoice overdue', 'caution'],
  ended: ['Ended', 'neutral'],
} as const satisfies Record<SeatsGiven['state'], readonly [string, string]>

/** Whether seats that were bought at once can be used. */
export function SeatStateTag({ state }: { state: SeatsGiven['state'] }) {
  const [label, tone] = words[state]
  return <Tag tone={tone}>{label}</Tag>
}
