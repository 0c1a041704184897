import { Time } from '#app/ui/time.tsx'

type Refund = { amount: string; askedAt: string; reason: string; isSent: boolean; refusedAs: string | null }

/** What was asked to be given back, by the buyer or by staff, and how that went. */
export function RefundList({ refunds, zone }: { refunds: readonly Refund[]; zone: string }) {
  if (refunds.length === 0) return null
  return (
    <section aria-labelledby="refunds">
      <h2 id="refunds" className="pb-3 text-2xl">
        Refunds
      </h2>
      <ul className="grid gap-2">
        {refunds.map(({ amount, askedAt, reason, isSent, refusedAs }) => (
          <li key={askedAt}>
            {amount}, asked for on <Time value={askedAt} zone={zone} style="date-time" />: {reason}.{' '}
            {refusedAs ?? (isSent ? 'Stripe took it.' : 'Waiting for Stripe.')}
          </li>
        ))}
      </ul>
    </section>
  )
}
