import { uuidv7 } from 'uuidv7'
import { db } from './client.server.ts'

/** Puts a mail into the development mailbox; sent again under the same Message-ID, it takes the place of the first. */
export async function putIntoMailbox(mail: {
  messageId: string
  to: string
  subject: string
  text: string
  /** iCalendar, where the mail carries it. */
  calendar?: string | null
  now: Date
}) {
  const { messageId, now: createdAt, ...content } = mail
  await db().mailboxMessage.upsert({
    where: { messageId },
    create: { id: uuidv7(), messageId, createdAt, ...content },
    update: { createdAt, ...content },
    select: { id: true },
  })
}

export async function listMailbox(limit: number) {
  return db().mailboxMessage.findMany({
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: { id: true, to: true, subject: true, createdAt: true },
  })
}

export async function findInMailbox(id: string) {
  return db().mailboxMessage.findUnique({ where: { id } })
}
