import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type StripeEvent, seconds } from './state.ts'

/** As Stripe signs: a time, and a digest of the time and the body. */
export function signatureOf(body: string, secret: string, at = seconds()): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

/** How long until each further try; Stripe goes on for three days. */
const RETRY_AFTER_MS = [200, 1000, 5000, 20_000]

/** Sends an event until it is taken or nobody tries any more. */
export async function deliver(
  event: StripeEvent,
  { url, secret }: { url: string; secret: string },
  signal: AbortSignal,
): Promise<boolean> {
  const body = JSON.stringify(event)
  for (const wait of [0, ...RETRY_AFTER_MS]) {
    try {
      await pause(wait, undefined, { signal, ref: false })
      const headers = { 'content-type': 'application/json', 'stripe-signature': signatureOf(body, secret) }
      if ((await fetch(url, { method: 'POST', headers, body, signal })).ok) return true
    } catch {
      if (signal.aborted) return false
    }
  }
  return false
}
