import type { Books } from './books.ts'
import { applyPromotion, closeDispute, expire, openDispute, pay, refund } from './money-moves.ts'
import { passTime, payInvoice, subscribe } from './plans.ts'
import type { Session, State } from './state.ts'

/** What happens at Stripe by the hand of whoever pays there, of their bank, and of whoever runs the account. */
export const actsAt = ({ state, switches, keep, tell }: Books) => ({
  pay: (id: string) => tell(complete(state, found(state.sessions[id]))),
  /** @returns what is wrong with the code. */
  promote(session: Session, code: string) {
    const fault = applyPromotion(state, session, code)
    keep()
    return fault
  },
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
})

const complete = (state: State, session: Session) =>
  session.mode === 'subscription' && session.status === 'open' ? subscribe(state, session) : pay(state, session)

function found<T>(thing: T | undefined): T {
  if (!thing) throw new Error('The stand-in knows nothing of that.')
  return thing
}

const chargeOf = (state: State, sessionId: string) =>
  found(state.charges[state.intents[state.sessions[sessionId]?.payment_intent ?? '']?.latest_charge ?? ''])
