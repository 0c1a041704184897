import type { FeeStanding } from '#app/domain/billing/fee.ts'
import { moneyText } from '#app/domain/billing/money.ts'

/** Whether it is paid; and of one that is closed, what goes back by the rule of the pathway and where that is done. */
export function FeeFact({ fee }: { fee: FeeStanding }) {
  if (fee.state !== 'paid') return fee.state === 'processing' ? 'The payment is under way' : 'Not paid yet'
  const { orderId, currency, totalMinor, owedMinor } = fee
  return (
    <>
      <a href={`/admin/orders/${orderId}`}>{moneyText({ currency, minor: totalMinor })}, paid</a>
      {owedMinor > 0 && (
        <span className="block">
          {moneyText({ currency, minor: owedMinor })} of it is to be given back, as the pathway says.
        </span>
      )}
    </>
  )
}
