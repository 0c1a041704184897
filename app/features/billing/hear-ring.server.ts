import { transact } from '#app/db/client.server.ts'
import { enqueueJob } from '#app/db/jobs.server.ts'
import { findOrderId } from '#app/db/orders.server.ts'
import { readRing } from '#app/integrations/stripe-ring.server.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Somebody rings and says that a payment changed. Nothing that is said is believed but whose it is: the order is looked at again,
 * by a job that is queued once however often it is rung for. What belongs to no order of ours is nobody's business here.
 * @param body exactly as it came. @returns whether it was signed by Stripe a short time ago.
 */
export async function hearRing(body: string, signature: string): Promise<boolean> {
  const ring = readRing(body, signature)
  if (!ring) return false
  const { orderId: named, ...ids } = ring
  const orderId = await findOrderId({ ...ids, ...(named && UUID.test(named) && { orderId: named }) })
  if (orderId) await transact((tx) => enqueueJob(tx, 'converge-order', { orderId }, `converge-${orderId}`))
  return true
}
