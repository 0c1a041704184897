import { OrderStateTag } from '#app/features/billing/order-state-tag.tsx'
import type { Purchase } from '#app/features/billing/own-purchases.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'

export function PurchaseCard({ purchase, zone }: { purchase: Purchase; zone: string }) {
  const { href, title, placedAt, amount, refunded, state, receiptUrl, isRefundWaiting, plan } = purchase
  return (
    <article className="grid gap-3 border-line border-t pt-5">
      <h2 className="text-xl">
        <a href={href}>{title}</a>
      </h2>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <OrderStateTag state={state} />
        <span className="font-medium tabular-nums">{amount}</span>
        <span className="text-ink-muted">
          ordered on <Time value={placedAt} zone={zone} />
        </span>
      </p>
      {plan && <PlanLine plan={plan} state={state} zone={zone} />}
      {refunded && <p>{refunded} was given back.</p>}
      {isRefundWaiting && <p>You asked for your money back; the request is on its way to our payment provider.</p>}
      {state === 'disputed' && (
        <p>
          Your bank disputes the payment, and until that is settled you do not have what it was for. What you did is
          kept.
        </p>
      )}
      {receiptUrl && (
        <p>
          <a href={receiptUrl} rel="noreferrer">
            Receipt of {title}
          </a>
        </p>
      )}
      <WhatToDo purchase={purchase} zone={zone} />
    </article>
  )
}

type PlanLineProps = Pick<Purchase, 'state'> & { plan: NonNullable<Purchase['plan']>; zone: string }

function PlanLine({ plan: { paid, of, part, payUrl, graceUntil }, state, zone }: PlanLineProps) {
  return (
    <>
      <p>
        {paid} of {of} monthly parts of {part} paid.
      </p>
      {graceUntil && (
        <p>
          {state === 'suspended' ? (
            'A part was not paid, so this is closed to you. What you did is kept, and it opens again when the part is paid.'
          ) : (
            <>
              A part was not paid. It stays open to you until <Time value={graceUntil} zone={zone} />.
            </>
          )}{' '}
          {payUrl && (
            <a href={payUrl} rel="noreferrer">
              Pay the part
            </a>
          )}
        </p>
      )}
    </>
  )
}

function WhatToDo({ purchase: { id, state, withdrawUntil, title }, zone }: { purchase: Purchase; zone: string }) {
  if (state === 'begun' || state === 'open')
    return (
      <form method="post" className="grid justify-items-start gap-2">
        <input type="hidden" name="order" value={id} />
        <Button name="intent" value="resume" variant="secondary" aria-label={`Go on to the payment: ${title}`}>
          Go on to the payment
        </Button>
        <p className="text-ink-muted text-sm">Nothing was charged for it so far.</p>
      </form>
    )
  if (!withdrawUntil) return null
  return (
    <form method="post" className="grid justify-items-start gap-2">
      <input type="hidden" name="order" value={id} />
      <p>
        You may give it back through <Time value={withdrawUntil} zone={zone} />, without a reason. You then get the
        whole amount back, and what it gave ends.
      </p>
      <Button name="intent" value="withdraw" variant="danger" aria-label={`Give it back: ${title}`}>
        Give it back
      </Button>
    </form>
  )
}
