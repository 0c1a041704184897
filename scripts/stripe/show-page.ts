import { actsAt } from './acts.ts'
import type { Books } from './books.ts'
import { closedPage, invoicePage, payPage, portalPage, receiptPage } from './page.ts'
import { payInvoice } from './plans.ts'

export type Shown = { status: number; html: string } | { location: string }

/** The page that a person sees at an address, once what they sent with it is done; nothing for an address that is the client's. */
export function showPage(
  books: Books,
  { pathname, searchParams }: URL,
  form: URLSearchParams | undefined,
): Shown | undefined {
  const [, what, id = ''] = pathname.split('/')
  if (what === 'pay') return paying(books, id, form)
  if (what === 'invoices') return orClosed(invoice(books, id, form))
  if (what === 'portal') return orClosed(portalPage(books.state, id, searchParams.get('back')))
  const charge = what === 'receipts' ? books.state.charges[id] : undefined
  return charge && { status: 200, html: receiptPage(charge) }
}

const orClosed = (html: string | undefined): Shown => ({ status: html ? 200 : 404, html: html ?? closedPage() })

function invoice({ state, tell }: Books, id: string, form: URLSearchParams | undefined): string | undefined {
  const found = state.invoices[id]
  if (found && form) tell(payInvoice(state, found))
  return invoicePage(found)
}

function paying(books: Books, id: string, form: URLSearchParams | undefined): Shown {
  const session = books.state.sessions[id]
  if (session?.status !== 'open') return { status: session ? 200 : 404, html: closedPage() }
  const acts = actsAt(books)
  const intent = form?.get('intent')
  if (intent === 'promote') {
    const code = form?.get('code') ?? ''
    const message = acts.promote(session, code)
    return { status: message ? 400 : 200, html: payPage(session, message ? { message, code } : undefined) }
  }
  if (intent === 'decline' || (intent && books.switches.decline))
    return { status: 402, html: payPage(session, { message: 'The card was declined.' }) }
  if (intent !== 'pay') return { status: 200, html: payPage(session) }
  acts.pay(id)
  return { location: session.success_url.replace('{CHECKOUT_SESSION_ID}', id) }
}
