import { randomUUID } from 'node:crypto'
import type { StandIn } from '#scripts/stripe/stand-in.ts'

export type PlacedOrder = { id: string; userId: string; sessionId: string }

/** Opens pages to pay on at a stand-in, as the platform does; the orders themselves are still to be written by {@link ordersSql}. */
export async function openPages(standIn: StandIn, count: number): Promise<PlacedOrder[]> {
  const customer = await ask(standIn, 'customers', { email: 'noor@orders.example', name: 'Noor' })
  const placed: PlacedOrder[] = []
  for (let at = 0; at < count; at += 1) {
    const id = randomUUID()
    const sessionId = await ask(standIn, 'checkout/sessions', {
      ...{ mode: 'payment', client_reference_id: id, customer, 'metadata[order_id]': id },
      ...{ 'line_items[0][quantity]': '1', 'line_items[0][price_data][currency]': 'gbp' },
      'line_items[0][price_data][unit_amount]': '18000',
      'line_items[0][price_data][product_data][name]': 'Practising MBT',
      ...{ success_url: 'http://localhost/return', cancel_url: 'http://localhost/' },
    })
    placed.push({ id, userId: randomUUID(), sessionId })
  }
  return placed
}

async function ask({ origin }: StandIn, path: string, params: Record<string, string>): Promise<string> {
  const answer = await fetch(`${origin}/v1/${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_standin' },
    body: new URLSearchParams(params),
  })
  const body: { id?: string } = await answer.json()
  if (!body.id) throw new Error(JSON.stringify(body))
  return body.id
}

/** Writes the orders and their buyers into a database in which the courses are published. */
export const ordersSql = (orders: readonly PlacedOrder[]): string => `
  WITH placed AS (SELECT * FROM json_to_recordset('${JSON.stringify(orders)}') AS p(id uuid, "userId" uuid, "sessionId" text)),
  buyers AS (
    INSERT INTO "user" (id, email, name, profession)
    SELECT "userId", "userId" || '@orders.example', 'A buyer', 'nurse' FROM placed RETURNING id)
  INSERT INTO "order" (id, user_id, course_id, title, currency, price_minor, placed_at, session_id, session)
  SELECT p.id, b.id, i.id, 'Practising MBT', 'GBP', 18000, now(), p."sessionId", 'open'
  FROM placed p JOIN buyers b ON b.id = p."userId" CROSS JOIN (SELECT id FROM content_item WHERE kind = 'course' ORDER BY slug LIMIT 1) i`

/** What became of every order: all that the database says of it and of what it gave. */
export const OUTCOMES_SQL = `
  SELECT o.id, o.session, o.is_paid, o.total_minor, o.refunded_minor, o.dispute, e.state AS enrolment,
         (SELECT count(*)::int FROM order_movement m WHERE m.order_id = o.id) AS movements
  FROM "order" o LEFT JOIN enrolment e ON e.user_id = o.user_id AND e.course_id = o.course_id ORDER BY o.id`

/** As a stand-in is named to the platform. */
export const sellingBy = ({ origin }: StandIn, secret: string) => ({
  STRIPE_SECRET_KEY: 'sk_test_standin',
  STRIPE_WEBHOOK_SECRET: secret,
  STRIPE_API_BASE: origin,
})
