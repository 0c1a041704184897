import { listTroubledMail } from '#app/db/outbox.server.ts'

const PAGE_SIZE = 25

/** Mails that failed or may not have arrived, the oldest first; `page` counts from 1. */
export async function readTroubledMail(page: number, now: Date) {
  const { rows, total } = await listTroubledMail({ offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE, now })
  return { mails: rows, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}
