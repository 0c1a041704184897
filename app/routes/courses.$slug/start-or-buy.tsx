import { inNumber } from '#app/domain/wording.ts'
import type { Sale } from '#app/features/billing/course-offer.server.ts'
import { PriceChoice } from '#app/features/billing/price-choice.tsx'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

/** @param sale absent for a course that is free. */
export function StartOrBuy({ sale, fault }: { sale: Sale | undefined; fault: FormFault | undefined }) {
  if (!sale)
    return (
      <form method="post" className="grid gap-2">
        <ErrorSummary errors={errorsOf(fault)} title="Not enrolled" />
        <Button className="w-full">Start this course</Button>
        <p className="text-ink-muted text-sm">Free. You need an account; if you have begun already, it takes you on.</p>
      </form>
    )
  if (!sale.isOpen)
    return (
      <>
        <p>This course cannot be bought by card at present. Whoever is enrolled goes on from “My learning”.</p>
        <ForOthers />
      </>
    )
  return (
    <form method="post" className="grid gap-4">
      <ErrorSummary errors={errorsOf(fault)} title="Not bought yet" />
      <PriceChoice prices={sale.prices} plan={sale.plan} errors={fault?.errors.price} />
      <Button className="w-full">Buy this course</Button>
      {sale.plan && (
        <p className="text-ink-muted text-sm">
          In parts, the first is paid now and the others by the same card every month. If one is not paid, the course
          stays open for {inNumber(sale.plan.graceDays, { one: '1 day', other: '{n} days' })} and opens again when it
          is.
        </p>
      )}
      <CoolingOff />
      {sale.isTest && <p className="text-sm">This is a test checkout: nobody is charged and no money moves.</p>}
      <ForOthers />
    </form>
  )
}

const ForOthers = () => (
  <p className="text-sm">
    <a href="/seats">Seats for your team</a>: an employer buys them by card or against an invoice.
  </p>
)

function CoolingOff() {
  return (
    <p className="text-ink-muted text-sm">
      You can give it back within 14 days of paying, without a reason, and get all of it back. You ask us to open the
      course at once; when you have completed it, you have had it whole and it cannot be given back any more. You need
      an account; if the course is yours already, nothing is charged and it takes you on.
    </p>
  )
}
