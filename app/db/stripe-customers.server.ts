import { db } from './client.server.ts'

/** Stripe's id of a person; nothing before they bought anything. */
export const findCustomer = async (userId: string): Promise<string | undefined> =>
  (await db().user.findUnique({ where: { id: userId }, select: { stripeCustomerId: true } }))?.stripeCustomerId ??
  undefined

/** Keeps it unless another is kept already. @param instead of which one, that Stripe does not know any more. */
export async function saveCustomer(userId: string, stripeCustomerId: string, instead: string | null): Promise<void> {
  await db().user.updateMany({ where: { id: userId, stripeCustomerId: instead }, data: { stripeCustomerId } })
}
