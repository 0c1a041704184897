import { moneyText } from '#app/domain/billing/money.ts'
import { PROMOTION } from './money-moves.ts'
import type { Charge, Invoice, Session, State } from './state.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1.25rem }
  .mark { border: 2px dashed currentColor; padding: .75rem 1rem; font-weight: 600 }
  form { display: grid; gap: .75rem; margin: 1.5rem 0 }
  button, input { font: inherit; padding: .7rem 1rem; min-height: 2.75rem }
  .amount { font-size: 2rem }
  .fault { border-inline-start: .3rem solid; padding-inline-start: .75rem }
`

const page = (title: string, body: string) => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><main><p class="mark">Test checkout: nobody is charged and no money moves.</p>${body}</main></body></html>`

const amountOf = ({ currency }: { currency: string }, minor: number) =>
  escaped(moneyText({ currency: currency.toUpperCase(), minor }))

/** What went wrong; `code`: with the promotion code that was typed, and not with the card. */
type PayFault = { message: string; code?: string }

/** Where the buyer chooses how the payment ends. */
export function payPage(session: Session, fault?: PayFault): string {
  const { title, amount_total, cancel_url, mode } = session
  return page(
    `Test checkout: ${title}`,
    `<h1>${escaped(title)}</h1><p class="amount">${amountOf(session, amount_total)}</p>${mode === 'subscription' ? '<p>This is the first monthly part. The others are taken from the same card.</p>' : ''}
     ${fault && fault.code === undefined ? `<p role="alert" class="fault">${escaped(fault.message)}</p>` : ''}${promotion(session, fault)}
     <form method="post"><button name="intent" value="pay">Pay ${amountOf(session, amount_total)}</button>
     <button name="intent" value="decline">Pay with a card that is declined</button></form>
     <p><a href="${escaped(cancel_url)}">Go back without paying</a></p>`,
  )
}

/** The field for a code, as it was typed where it was refused. */
function promotion({ promotionCode }: Session, fault: PayFault | undefined): string {
  const refused = fault?.code === undefined ? undefined : { message: fault.message, typed: fault.code }
  if (promotionCode)
    return `<p>With the promotion code ${escaped(promotionCode)}.</p>${refused ? `<p role="alert" class="fault">${escaped(refused.message)}</p>` : ''}`
  return `<form method="post"><label for="code">Promotion code (${PROMOTION.code} takes 10 % off)</label>
     ${refused ? `<p role="alert" class="fault" id="code-fault">${escaped(refused.message)}</p>` : ''}
     <input id="code" name="code" autocomplete="off"${refused ? ` value="${escaped(refused.typed)}" aria-invalid="true" aria-describedby="code-fault" autofocus` : ''}>
     <button name="intent" value="promote">Use the code</button></form>`
}

export const closedPage = () => page('Test checkout', '<h1>This page is closed</h1><p>It was paid, or has run out.</p>')

export const receiptPage = (charge: Charge) =>
  page('Test receipt', `<h1>Receipt</h1><p class="amount">${amountOf(charge, charge.amount)}</p><p>${charge.id}</p>`)

const invoiceLine = (invoice: Invoice) =>
  `${amountOf(invoice, invoice.total)}, ${invoice.status === 'paid' ? 'paid' : 'not paid'}`

/** Where a part is paid that was declined. */
export const invoicePage = (invoice: Invoice | undefined): string | undefined =>
  invoice &&
  page(
    'Test invoice',
    `<h1>Invoice</h1><p class="amount">${invoiceLine(invoice)}</p>${
      invoice.status === 'open' ? '<form method="post"><button>Pay this part</button></form>' : ''
    }`,
  )

/** What somebody bought, and the way back. */
export function portalPage(
  { customers, invoices, charges }: State,
  id: string,
  back: string | null,
): string | undefined {
  const customer = customers[id]
  if (!customer) return undefined
  const own = Object.values(invoices).filter((one) => one.customer === id)
  const paid = Object.values(charges).filter((one) => one.customer === id)
  const items = [
    ...own.map((one) => `<li><a href="${escaped(one.hosted_invoice_url)}">Invoice: ${invoiceLine(one)}</a></li>`),
    ...paid.map((one) => `<li><a href="${escaped(one.receipt_url)}">Receipt: ${amountOf(one, one.amount)}</a></li>`),
  ]
  return page(
    'Test customer page',
    `<h1>Cards and invoices</h1><p>${escaped(customer.name)}, ${escaped(customer.email)}</p><ul>${items.join('')}</ul>
     ${back ? `<p><a href="${escaped(back)}">Back to Stance</a></p>` : ''}`,
  )
}
