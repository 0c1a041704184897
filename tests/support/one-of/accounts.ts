import { issueToken } from '#app/auth/tokens.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { putIntoMailbox } from '#app/db/mailbox.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { makeClaimLink } from '#app/features/billing/seats/claim-link.server.ts'
import { giveSeats } from '#app/features/billing/seats/give-seats.server.ts'
import { makeCalendarLink } from '#app/features/cohorts/calendar-link.server.ts'
import { raiseConcern } from '#app/features/concerns/raise-concern.server.ts'
import { stopPath } from '#app/features/notices/stop-link.server.ts'
import { now } from '../accounts.ts'
import { publishPriced } from '../orders.ts'
import { createTrust, seatsOf } from '../seats.ts'
import type { Area } from './area.ts'

/** Noor's account, what was mailed to her, what she paid, and the seats that she manages. */
export async function oneOfAccounts(noor: Actor, lena: Actor): Promise<Area> {
  const addresses = {
    ...(await addressesOfLinks(noor)),
    ...(await addressesOfOrder(noor)),
    ...(await addressesOfSeats(noor)),
    'concerns.$id': `/concerns/${await raiseConcern({ text: 'Something worries me.', from: '' }, noor, now)}`,
    'admin.people.$id': `/admin/people/${noor.id}`,
    'dev.mail.$id': `/dev/mail/${await mailTo(noor)}`,
  }
  const sent = {
    'settings.calendar': { form: { intent: 'end' } },
    'seats.$id': { form: { intent: 'shut-link' } },
    'seats.organisations.$id': { form: { intent: 'add-manager', email: lena.email } },
  }
  return { addresses, sent }
}

async function addressesOfLinks(noor: Actor) {
  const { id } = noor
  const link = (purpose: Parameters<typeof issueToken>[2]) => transact((tx) => issueToken(tx, id, purpose, new Date()))
  return {
    'confirm.$token': `/confirm/${await link('confirm_email')}`,
    'reset-password.$token': `/reset-password/${await link('reset_password')}`,
    'invitation.$token': `/invitation/${await link('invitation')}`,
    'stop-mails.$token': stopPath(id, 'clip-rated'),
    'calendar.$secret.ics': new URL(await makeCalendarLink(noor, now)).pathname,
  }
}

/** A course that Noor has bought. */
async function addressesOfOrder({ id: userId }: Actor) {
  const course = await publishPriced()
  const price = { title: 'Practitioner level', currency: 'GBP', priceMinor: 24000, totalMinor: 24000 }
  const paid = { session: 'complete', sessionId: 'cs_test_1', isPaid: true, paidAt: now } as const
  const { id } = await db().order.create({ data: { userId, courseId: course.id, placedAt: now, ...price, ...paid } })
  return { 'admin.orders.$id': `/admin/orders/${id}`, 'checkout.return': '/checkout/return?session=cs_test_1' }
}

/** A trust that Noor manages, with seats that it has. */
async function addressesOfSeats(noor: Actor) {
  const trust = await createTrust(noor)
  const id = await seatsOf(noor, trust, { quantity: 2 })
  await giveSeats(noor, id, ['new@trust.example'], now)
  return {
    'seats.organisations.$id': `/seats/organisations/${trust.id}`,
    'seats.$id': `/seats/${id}`,
    'seats.$id.invoice': `/seats/${id}/invoice`,
    'claim.$token': new URL(await makeClaimLink(noor, id, now)).pathname,
  }
}

async function mailTo({ email }: Actor): Promise<string> {
  await putIntoMailbox({ messageId: '<one@stance.example>', to: email, subject: 'A mail', text: 'Its text.', now })
  return (await db().mailboxMessage.findFirstOrThrow()).id
}
