import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerCall } from './api.ts'
import { type Answer, refusal } from './call.ts'
import { tellAll } from './deliver.ts'
import { readParams } from './form.ts'
import { applyPromotion, closeDispute, expire, openDispute, pay, refund, type Told } from './money-moves.ts'
import { closedPage, invoicePage, payPage, portalPage, receiptPage } from './page.ts'
import { passTime, payInvoice, subscribe } from './plans.ts'
import { emptyState, newId, type Session, type State, type StripeEvent, seconds } from './state.ts'
import { STRAIGHT, type Switches } from './switches.ts'

type Options = {
  /** Where events go; nowhere without it. */
  webhook?: { url: string; secret: string }
  /** Keeps the state over a restart. */
  file?: string
  port?: number
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>

/** Stands in for Stripe on loopback: the real client talks to it, and it takes no money. */
export async function startStandIn({ webhook, file, port = 0 }: Options = {}) {
  const state: State =
    file && existsSync(file) ? { ...emptyState(), ...JSON.parse(readFileSync(file, 'utf8')) } : emptyState()
  const switches: Switches = { ...STRAIGHT }
  const stopping = new AbortController()

  function keep(): void {
    if (!file) return
    writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  /** As they are now: what happens later is told by later events. */
  function tell(told: Told[]): void {
    const events = told.map(({ type, object }) => eventOf(type, object))
    state.events.push(...events)
    keep()
    if (!webhook || switches.drop) return
    tellAll(events, webhook, { ...switches }, stopping.signal).catch(() => {})
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', origin)
    const body = await text(request)
    const [, what, id = ''] = pathname.split('/')
    if (what === 'pay') {
      const shown = payingAt(id, request.method === 'POST' ? new URLSearchParams(body) : undefined)
      if ('location' in shown) response.writeHead(303, shown).end()
      else asPage(response, shown.status, shown.html)
      return
    }
    if (what === 'invoices' || what === 'portal') {
      const html = what === 'portal' ? portalPage(state, id, searchParams.get('back')) : invoiceAt(id, request.method)
      asPage(response, html ? 200 : 404, html ?? closedPage())
      return
    }
    const charge = what === 'receipts' ? state.charges[id] : undefined
    if (charge) {
      asPage(response, 200, receiptPage(charge))
      return
    }
    const isLost = switches.lose > 0 && switches.lose-- > 0
    const sent = request.method === 'GET' ? search.slice(1) : body
    const { status, body: found } = (!isLost && misbehaved()) || called(request, pathname, sent)
    if (isLost) {
      response.destroy()
      return
    }
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': newId('req') })
    response.end(JSON.stringify(found))
  }

  function misbehaved(): Answer | undefined {
    if (switches.fail > 0 && switches.fail--)
      return { ...refusal(500, 'Stripe fails.'), body: { error: { type: 'api_error' } } }
    if (switches.limit > 0 && switches.limit--) return refusal(429, 'Too many requests', 'rate_limit')
    return undefined
  }

  function called({ method = 'GET', headers }: IncomingMessage, path: string, sent: string): Answer {
    if (!/^Bearer (sk|rk)_test_/.test(headers.authorization ?? '')) return refusal(401, 'Invalid API Key provided')
    const key = method === 'POST' ? String(headers['idempotency-key'] ?? '') : ''
    const asked = `${path}?${sent}`
    const before = key ? state.answers[key] : undefined
    if (before && before.asked !== asked)
      return {
        ...refusal(400, 'Keys for idempotent requests can only be used with the same parameters.'),
        body: { error: { type: 'idempotency_error' } },
      }
    if (before) return { ...before, told: [] }
    const answered = answerCall(method, path, { state, params: readParams(sent), origin })
    // As Stripe does, what was never begun may be asked for again under the same key.
    if (key && answered.status !== 400)
      state.answers[key] = { asked, status: answered.status, body: structuredClone(answered.body) }
    if (method !== 'GET') tell(answered.told)
    return answered
  }

  function invoiceAt(id: string, method: string | undefined): string | undefined {
    const invoice = state.invoices[id]
    if (invoice && method === 'POST') tell(payInvoice(state, invoice))
    return invoicePage(invoice)
  }

  const complete = (session: Session) =>
    session.mode === 'subscription' && session.status === 'open' ? subscribe(state, session) : pay(state, session)

  function payingAt(id: string, form: URLSearchParams | undefined): { location: string } | Shown {
    const session = state.sessions[id]
    if (session?.status !== 'open') return { status: session ? 200 : 404, html: closedPage() }
    const intent = form?.get('intent')
    if (intent === 'promote') {
      const fault = applyPromotion(state, session, form?.get('code') ?? '')
      keep()
      return { status: fault ? 400 : 200, html: payPage(session, fault) }
    }
    if (intent === 'decline' || (intent && switches.decline))
      return { status: 402, html: payPage(session, 'The card was declined.') }
    if (intent !== 'pay') return { status: 200, html: payPage(session) }
    tell(complete(session))
    return { location: session.success_url.replace('{CHECKOUT_SESSION_ID}', id) }
  }

  /** What happens at Stripe by somebody else's hand. */
  const acts = {
    pay: (id: string) => tell(complete(found(state.sessions[id]))),
    /** Lets days go by; whatever falls due is paid, or declined as the switch says. */
    passDays: (days: number) => tell(passTime(state, days, switches.decline)),
    /** Somebody pays what was declined. */
    payOpenInvoices: () => tell(Object.values(state.invoices).flatMap((invoice) => payInvoice(state, invoice))),
    expire: (id: string) => tell(expire(found(state.sessions[id]))),
    refund(sessionId: string, amount: number) {
      const made = refund(state, chargeOf(state, sessionId), amount, {})
      if (typeof made === 'string') throw new Error(made)
      tell(made.told)
    },
    dispute: (sessionId: string) => tell(openDispute(state, chargeOf(state, sessionId))),
    closeDispute(sessionId: string, outcome: 'won' | 'lost') {
      const { id } = chargeOf(state, sessionId)
      const dispute = Object.values(state.disputes).find((one) => one.charge === id && one.status === 'needs_response')
      tell(closeDispute(state, found(dispute), outcome))
    },
  }

  async function stop(): Promise<void> {
    stopping.abort()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  return { origin, state, switches, ...acts, stop }
}

type Shown = { status: number; html: string }

const asPage = (response: ServerResponse, status: number, html: string) => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html)
}

const eventOf = (type: string, object: object): StripeEvent => ({
  ...{ id: newId('evt'), object: 'event', type, created: seconds() },
  data: { object: structuredClone(object) },
})

function found<T>(thing: T | undefined): T {
  if (!thing) throw new Error('The stand-in knows nothing of that.')
  return thing
}

const chargeOf = (state: State, sessionId: string) =>
  found(state.charges[state.intents[state.sessions[sessionId]?.payment_intent ?? '']?.latest_charge ?? ''])
