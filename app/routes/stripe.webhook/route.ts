import { hearRing } from '#app/features/billing/hear-ring.server.ts'
import { readBody } from '#app/http/read-body.ts'
import type { Route } from './+types/route'

/** Stripe's largest events are a tenth of it. */
const MAX_BYTES = 256 * 1024

/** Stripe rings here. The signature is the whole authority, and is over the body exactly as it came. */
export async function action({ request }: Route.ActionArgs) {
  const body = await readBody(request, MAX_BYTES)
  if (body === null) throw new Response('This message is too large.', { status: 413 })
  const isSigned = await hearRing(body, request.headers.get('stripe-signature') ?? '')
  return isSigned ? new Response(null, { status: 204 }) : new Response('This is not signed by Stripe.', { status: 400 })
}
