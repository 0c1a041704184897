import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { seededRandom } from '#app/domain/seeded-random.ts'
import { freePort } from '#scripts/database/port.ts'
import { signatureOf } from '#scripts/stripe/deliver.ts'
import { type StandIn, startStandIn } from '#scripts/stripe/stand-in.ts'
import type { StripeEvent } from '#scripts/stripe/state.ts'
import { OUTCOMES_SQL, openPages, ordersSql, type PlacedOrder, sellingBy } from '#tests/support/orders-at-stripe.ts'
import type { Setting } from './installation.ts'
import { startServer } from './load.ts'

const SECRET = 'whsec_of_the_bench'
/** Each is paid, which makes three events, and half of them is given back, which makes two more. */
const ORDERS = 250
const CONNECTIONS = 8
const LOOK_EVERY_MS = 50

export type WebhookResult = {
  webhooks: number
  p50Ms: number
  p99Ms: number
  perSecond: number
  settledAfterMs: number
}

/**
 * A thousand events of 250 orders, shuffled, from 8 connections at once: how fast they are taken, and until when every order has been looked at.
 * @throws when one is not taken, or when the end is another one than that of the same events in their order, one after the other.
 */
export async function measureWebhooks(setting: Setting): Promise<WebhookResult> {
  const standIn = await startStandIn()
  try {
    const orders = await openPages(standIn, ORDERS)
    for (const { sessionId } of orders) standIn.pay(sessionId)
    for (const { sessionId } of orders.slice(0, ORDERS / 2)) standIn.refund(sessionId, 18000)
    const { events } = standIn.state
    const ordered = await run(setting, 'ordered', { standIn, orders, events, connections: 1 })
    const shuffled = await run(setting, 'shuffled', {
      standIn,
      orders,
      events: shuffle(events),
      connections: CONNECTIONS,
    })
    if (JSON.stringify(ordered.outcomes) !== JSON.stringify(shuffled.outcomes))
      throw new Error('The same events in another order have led to another end.')
    return shuffled.result
  } finally {
    await standIn.stop()
  }
}

type Run = { standIn: StandIn; orders: PlacedOrder[]; events: readonly StripeEvent[]; connections: number }

/** On a database and a server of its own. */
async function run(
  { owner, connectTo, environment }: Setting,
  label: string,
  { standIn, orders, events, connections }: Run,
) {
  const name = `stance_bench_${process.pid}_${label}`
  await owner.query(`CREATE DATABASE ${name}`)
  try {
    const selling = { ...environment(await freePort(), name), ...sellingBy(standIn, SECRET) }
    // A production server takes no stand-in.
    const server = await startServer('scripts/serve.ts', { ...selling, NODE_ENV: 'test', DEMO: 'false' })
    const client = await connectTo(name)
    try {
      await client.query(ordersSql(orders))
      const begin = performance.now()
      const latencies = await ring(`${server.url}/stripe/webhook`, events, connections)
      const rungMs = performance.now() - begin
      const outcomes = await settled(client)
      const settledAfterMs = performance.now() - begin
      return { outcomes, result: { ...summary(latencies, rungMs), settledAfterMs } }
    } finally {
      await Promise.all([client.end(), server.stop()])
    }
  } finally {
    await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

/** Each connection takes the next event as soon as its last one was taken. */
async function ring(url: string, events: readonly StripeEvent[], connections: number): Promise<number[]> {
  const latencies: number[] = []
  const left = events.values()
  const one = async () => {
    for (const event of left) {
      const body = JSON.stringify(event)
      const headers = { 'content-type': 'application/json', 'stripe-signature': signatureOf(body, SECRET) }
      const begin = performance.now()
      const { status } = await fetch(url, { method: 'POST', headers, body })
      latencies.push(performance.now() - begin)
      if (status !== 204) throw new Error(`A webhook was answered by ${status}.`)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return latencies
}

/** The outcomes once no look is queued any more. */
async function settled(client: pg.Client): Promise<unknown[]> {
  for (;;) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS queued FROM graphile_worker.jobs WHERE task_identifier = 'converge-order'`,
    )
    if (rows[0].queued === 0) return (await client.query(OUTCOMES_SQL)).rows
    await sleep(LOOK_EVERY_MS)
  }
}

const summary = (latencies: readonly number[], rungMs: number) => {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { webhooks: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99), perSecond: (sorted.length * 1000) / rungMs }
}

/** The same shuffling each time. */
function shuffle<T>(things: readonly T[]): T[] {
  const random = seededRandom('webhooks')
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}

export const webhookTable = ({ webhooks, p50Ms, p99Ms, perSecond, settledAfterMs }: WebhookResult) => [
  {
    'webhooks, shuffled': webhooks,
    'p50 (ms)': Number(p50Ms.toFixed(1)),
    'p99 (ms)': Number(p99Ms.toFixed(1)),
    'a second': Math.round(perSecond),
    'every order settled after (s)': Number((settledAfterMs / 1000).toFixed(1)),
  },
]
