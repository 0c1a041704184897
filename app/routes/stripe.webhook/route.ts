import { hearRing } from '#app/features/billing/hear-ring.server.ts'
import type { Route } from './+types/route'

/** Stripe's largest events are a tenth of it. */
const MAX_BYTES = 256 * 1024

/** Stripe rings here. The signature is the whole authority, and is over the body exactly as it came. */
export async function action({ request }: Route.ActionArgs) {
  const body = await rawBody(request)
  const isSigned = await hearRing(body, request.headers.get('stripe-signature') ?? '')
  return isSigned ? new Response(null, { status: 204 }) : new Response('This is not signed by Stripe.', { status: 400 })
}

async function rawBody(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) throw new Response('This message is too large.', { status: 413 })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
