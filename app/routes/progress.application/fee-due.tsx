import type { FeeStanding } from '#app/domain/billing/fee.ts'
import { moneyText } from '#app/domain/billing/money.ts'
import { PriceChoice } from '#app/features/billing/price-choice.tsx'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'

type FeeDueProps = { fee: FeeStanding; fault: FormFault | undefined }

/** How the fee of the application stands, and where it is paid. */
export function FeeDue({ fee, fault: given }: FeeDueProps) {
  const fault = given?.values.intent === 'pay-fee' ? given : undefined
  if (fee.state === 'none') return null
  if (fee.state === 'paid') {
    const { currency, totalMinor } = fee
    return (
      <p>
        The fee of {moneyText({ currency, minor: totalMinor })} is paid.{' '}
        <a href="/settings/purchases">Your purchases</a>
      </p>
    )
  }
  if (fee.state === 'processing')
    return (
      <Notice title="Your bank is still working on the fee">
        <p>It goes on to accreditation staff as soon as the payment has come. Nothing has to be paid again.</p>
      </Notice>
    )
  return (
    <section aria-labelledby="fee" className="grid max-w-form gap-4 border-accent border-s-3 ps-5">
      <h3 id="fee" className="text-xl">
        It waits for its fee
      </h3>
      <p>
        What you handed in is kept as it is. Accreditation staff look at it as soon as the fee has come; you may give it
        back within 14 days of paying, until it is decided.
      </p>
      <form method="post" className="grid justify-items-start gap-4">
        <ErrorSummary errors={errorsOf(fault)} title="Not paid yet" />
        <PriceChoice prices={fee.prices} errors={fault?.errors.price} />
        <Button name="intent" value="pay-fee">
          Pay the fee
        </Button>
      </form>
    </section>
  )
}
