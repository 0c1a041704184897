import { describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { signatureOf } from '#scripts/stripe/deliver.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { queuedJobs } from '#tests/support/job-queue.ts'
import { PRICE, publishPriced } from '#tests/support/orders.ts'

const SECRET = 'whsec_of_this_test'
// The built application reads its settings as it is loaded.
Object.assign(process.env, {
  STRIPE_SECRET_KEY: 'sk_test_route',
  STRIPE_WEBHOOK_SECRET: SECRET,
  // Nobody answers there: the doorbell asks Stripe nothing.
  STRIPE_API_BASE: 'http://127.0.0.1:9',
})

const { ask } = await import('#tests/support/built-app.ts')

const WEBHOOK = '/stripe/webhook'

/** As Stripe posts: from nowhere, with JSON. */
const ring = (json: unknown, headers: Record<string, string> = {}) =>
  ask(WEBHOOK, { json, headers: { origin: undefined, ...headers } })

const signed = (json: unknown, at?: number) =>
  ring(json, { 'stripe-signature': signatureOf(JSON.stringify(json), SECRET, at) })

const eventAbout = (object: object) => ({ id: 'evt_1', object: 'event', type: 'x.y', data: { object } })

async function openOrder() {
  const [noor, course] = [await createAccount('Noor'), await publishPriced()]
  const text = { title: 'A course', currency: 'GBP', priceMinor: PRICE.GBP, placedAt: new Date() }
  return db().order.create({
    data: { userId: noor.id, courseId: course.id, sessionId: 'cs_test_1', session: 'open', ...text },
  })
}

describe('the doorbell for Stripe', () => {
  it('takes what is signed, and looks at the order later', async () => {
    const { id } = await openOrder()
    expect((await signed(eventAbout({ object: 'checkout.session', id: 'cs_test_1' }))).status).toBe(204)
    expect(await queuedJobs()).toEqual([`converge-${id}`])
  })

  it('takes an event that it knows nothing of, and does nothing', async () => {
    expect((await signed(eventAbout({ object: 'payout', id: 'po_1' }))).status).toBe(204)
    expect(await queuedJobs()).toEqual([])
  })

  it('refuses what is not signed, is signed by another, or was signed long ago', async () => {
    const event = eventAbout({ object: 'checkout.session', id: 'cs_test_1' })
    const hourAgo = Math.floor(Date.now() / 1000) - 3600
    const answers = [
      await ring(event),
      await ring(event, { 'stripe-signature': signatureOf(JSON.stringify(event), 'whsec_of_somebody_else') }),
      await signed(event, hourAgo),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
    expect(await queuedJobs()).toEqual([])
  })

  it('refuses ten megabytes before it has read them', async () => {
    let sent = 0
    const pieces = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64 * 1024
        if (sent > 10 * 1024 * 1024) return controller.close()
        controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    expect((await ask(WEBHOOK, { pieces, headers: { origin: undefined } })).status).toBe(413)
    expect(sent).toBeLessThan(1024 * 1024)
  })
})

it('the page of a course says what it costs and the cooling-off before anything is paid, and lets its form lead to the payment', async () => {
  const { slug } = await publishPriced()
  const answer = await ask(`/courses/${slug}`)
  const html = await answer.text()
  for (const words of ['£240.00', 'JP¥45,000', 'within 14 days', 'test checkout', 'Buy this course'])
    expect(html).toContain(words)
  expect(answer.headers.get('Content-Security-Policy')).toContain("form-action 'self' http://127.0.0.1:9")
})

it('a currency that nobody sells in comes back beside the choice, and so does a price that changed', async () => {
  const noor = await createAccount('Noor')
  const { slug } = await publishPriced()
  for (const [price, words] of [
    ['XAU-24000', 'not sold in XAU'],
    ['GBP-1', 'The price has changed'],
    ['free', 'Choose a currency.'],
  ] as const) {
    const answer = await ask(`/courses/${slug}`, { as: noor, form: { price } })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(words)
  }
  expect(await db().order.count()).toBe(0)
})
