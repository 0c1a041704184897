import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type StripeEvent, seconds } from './state.ts'
import type { Switches } from './switches.ts'

/** As Stripe signs: a time, and a digest of the time and the body. */
export function signatureOf(body: string, secret: string, at = seconds()): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

/** How long until each further try; Stripe goes on for three days. */
const RETRY_AFTER_MS = [200, 1000, 5000, 20_000]

/** Sends what happened at once, as the switches say. */
export async function tellAll(
  events: StripeEvent[],
  to: { url: string; secret: string },
  { delayMs, duplicate, reorder }: Switches,
  signal: AbortSignal,
): Promise<void> {
  await pause(delayMs, undefined, { signal })
  const ordered = reorder ? events.toReversed() : events
  for (const event of duplicate ? [...ordered, ...ordered] : ordered) {
    const delivered = deliver(event, to, signal)
    // Two that are under way at once might come in the right order after all.
    if (reorder) await delivered
  }
}

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
