import { findInMailbox, listMailbox } from '#app/db/mailbox.server.ts'
import { settings } from '#app/env.server.ts'
import { hasMailServer } from '#app/integrations/mail.server.ts'

const SHOWN = 100

/** Whether mails stay on this machine, to be read at /dev/mail. Never in production. */
export const hasDevelopmentMailbox = () => !settings().isProduction && !hasMailServer()

/** The latest mails of the development mailbox. Throws 404 where there is none. */
export async function readMailbox() {
  refuseWithoutMailbox()
  return listMailbox(SHOWN)
}

/** One mail of the development mailbox. Throws 404. */
export async function readMailboxMessage(id: string) {
  refuseWithoutMailbox()
  const message = await findInMailbox(id)
  if (!message) throw new Response('There is no such mail.', { status: 404 })
  return message
}

function refuseWithoutMailbox(): void {
  if (!hasDevelopmentMailbox()) throw new Response('There is no such page.', { status: 404 })
}
