import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { saveOnAccount } from '#app/db/organisations.server.ts'
import { insertInvoiceMovement, saveInvoicePaid, saveInvoiceVoid } from '#app/db/seat-invoices.server.ts'
import { holdPurchase, isManager, type PurchaseRow } from '#app/db/seat-purchases.server.ts'
import { isCurrency, moneyText, readMoney } from '#app/domain/billing/money.ts'
import type { Actor } from '#app/domain/people.ts'
import { agreeSeats } from './agree-seats.server.ts'
import { totalOf } from './purchase-payment.ts'

const text = (missing: string) => z.string().trim().min(3, missing).max(200, 'Use at most 200 characters.')

export const settleForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('paid'),
    purchase: z.uuid(),
    reference: text('Write what the bank statement says of the transfer.'),
  }),
  z.object({
    intent: z.literal('cancel'),
    purchase: z.uuid(),
    reference: text('Say why, so that the books can be understood.'),
  }),
  z.object({
    intent: z.literal('refund'),
    purchase: z.uuid(),
    amount: z.string().max(20, 'Write an amount.'),
    reference: text('Write what the bank statement says of the transfer.'),
  }),
  z.object({ intent: z.enum(['on-account', 'off-account']), purchase: z.uuid() }),
])

type Settling = z.output<typeof settleForm>
type Settled = { done: string } | { fault: { field: string; message: string } }

const faultOf = (field: string, message: string): Settled => ({ fault: { field, message } })

/**
 * What an administrator records of an invoice: that it was paid, is cancelled, or that money went back; and whether an organisation's
 * seats open before they are paid. The seats follow in the same transaction.
 * @returns why not. Throws 404 for what has no invoice.
 */
export function settleInvoice(actor: Actor, settling: Settling, now: Date): Promise<Settled> {
  return transact(async (tx) => {
    const purchase = await holdPurchase(tx, settling.purchase, 'all')
    if (!purchase?.invoice) throw new Response('There is no such invoice.', { status: 404 })
    if (await isManager(tx, purchase.organisationId, actor.id))
      return faultOf('', 'Nobody decides about their own invoices: ask another administrator.')
    const settled = await settle(tx, actor, { purchase, settling, now })
    const after = await holdPurchase(tx, purchase.id, 'all')
    if (after) await agreeSeats(tx, after, now)
    return settled
  })
}

type Case = { purchase: PurchaseRow; settling: Settling; now: Date }

function settle(tx: Db, actor: Actor, { purchase, settling, now }: Case): Promise<Settled> | Settled {
  switch (settling.intent) {
    case 'paid':
      return markPaid(tx, actor, { purchase, reference: settling.reference, now })
    case 'cancel':
      return cancel(tx, actor, { purchase, reference: settling.reference, now })
    case 'refund':
      return refund(tx, actor, { purchase, amount: settling.amount, reference: settling.reference, now })
    default:
      return putOnAccount(tx, actor, { purchase, intent: settling.intent, now })
  }
}

type Recorded = { purchase: PurchaseRow; reference: string; now: Date }

const objectOf = ({ id }: PurchaseRow) => ({ kind: 'seat-purchase', id })

async function markPaid(tx: Db, actor: Actor, { purchase, reference, now }: Recorded): Promise<Settled> {
  if (purchase.invoice?.isPaid) return faultOf('', 'This invoice is paid already.')
  if (purchase.invoice?.isVoid) return faultOf('', 'This invoice was cancelled.')
  const amountMinor = totalOf(purchase)
  await saveInvoicePaid(tx, purchase.id, { paidAt: now, paidReference: reference })
  const movement = await insertInvoiceMovement(tx, purchase.id, {
    amountMinor,
    reference,
    recordedById: actor.id,
    at: now,
  })
  const details = { movement, currency: purchase.currency, amountMinor }
  await recordAudit(tx, { actor, action: 'invoice.paid', object: objectOf(purchase), details, at: now })
  return { done: 'The invoice is paid, and its seats are open.' }
}

async function cancel(tx: Db, actor: Actor, { purchase, reference, now }: Recorded): Promise<Settled> {
  if (purchase.invoice?.isPaid) return faultOf('', 'This invoice is paid: give the money back instead.')
  if (purchase.invoice?.isVoid) return faultOf('', 'This invoice was cancelled already.')
  await saveInvoiceVoid(tx, purchase.id, { voidedAt: now, voidReason: reference })
  await recordAudit(tx, { actor, action: 'invoice.cancelled', object: objectOf(purchase), at: now })
  return { done: 'The invoice is cancelled, and its seats have ended.' }
}

async function refund(
  tx: Db,
  actor: Actor,
  { purchase, amount, reference, now }: Recorded & { amount: string },
): Promise<Settled> {
  const { currency, invoice } = purchase
  const left = invoice?.isPaid ? totalOf(purchase) - invoice.refundedMinor : 0
  const money = isCurrency(currency) ? readMoney(amount, currency) : undefined
  if (!money || money.minor === 0) return faultOf('amount', `Write an amount of ${currency}, such as 240.`)
  if (money.minor > left)
    return faultOf('amount', `At most ${moneyText({ currency, minor: left })} can be given back of this invoice.`)
  const amountMinor = -money.minor
  const movement = await insertInvoiceMovement(tx, purchase.id, {
    amountMinor,
    reference,
    recordedById: actor.id,
    at: now,
  })
  const details = { movement, currency, amountMinor }
  await recordAudit(tx, { actor, action: 'invoice.refunded', object: objectOf(purchase), details, at: now })
  return { done: `${moneyText(money)} is recorded as given back, and the seats follow it.` }
}

async function putOnAccount(
  tx: Db,
  actor: Actor,
  { purchase, intent, now }: { purchase: PurchaseRow; intent: 'on-account' | 'off-account'; now: Date },
): Promise<Settled> {
  const { organisationId, organisationName } = purchase
  const isOnAccount = intent === 'on-account'
  if (await saveOnAccount(tx, organisationId, isOnAccount)) {
    const object = { kind: 'organisation', id: organisationId }
    const action = isOnAccount ? 'organisation.put-on-account' : 'organisation.taken-off-account'
    await recordAudit(tx, { actor, action, object, at: now })
  }
  return {
    done: isOnAccount
      ? `Seats of ${organisationName} open when their invoice is issued.`
      : `Seats of ${organisationName} open when they are paid.`,
  }
}
