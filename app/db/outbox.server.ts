import { type Db, db } from './client.server.ts'
import type { MailState } from './generated/client.ts'
import { enqueueJob } from './jobs.server.ts'

export type { MailState }

/** Longer than any attempt to send can take: what is still `sending` after this was broken off. */
const SENDING_PATIENCE_MS = 5 * 60_000

export type OutboxMail = { id: string; userId: string; kind: string; params: unknown; name: string; email: string }

/**
 * Takes a mail for sending. Whatever happens from here on, it is never taken by itself again: one that is found in `sending`
 * may have gone, and whether it goes once more is a person's decision.
 */
export async function takeForSending(tx: Db, noticeId: string, now: Date): Promise<OutboxMail | undefined> {
  const [mail] = await tx.$queryRaw<OutboxMail[]>`
    UPDATE notice n SET mail_state = 'sending', mailed_at = ${now}, mail_error = NULL
    FROM "user" u
    WHERE n.id = ${noticeId}::uuid AND n.mail_state IN ('queued', 'failed') AND u.id = n.user_id
    RETURNING n.id, n.user_id AS "userId", n.kind, n.params, u.name, u.email`
  return mail
}

export async function saveSent(noticeId: string, now: Date): Promise<void> {
  await db().notice.updateMany({ where: { id: noticeId }, data: { mailState: 'sent', mailedAt: now } })
}

/** The mail surely was not accepted: it may be tried again without anybody getting it twice. */
export async function saveNotAccepted(noticeId: string, reason: string): Promise<void> {
  await db().notice.updateMany({ where: { id: noticeId }, data: { mailState: 'failed', mailError: reason } })
}

/** The mail may have been accepted: it stays in `sending`, with what is known. */
export async function saveInDoubt(noticeId: string, reason: string): Promise<void> {
  await db().notice.updateMany({ where: { id: noticeId }, data: { mailError: reason } })
}

export type TroubledMail = {
  id: string
  kind: string
  name: string
  email: string
  mailState: MailState
  mailedAt: Date | null
  mailError: string | null
}

/** Mails that failed, and those that may or may not have gone, the oldest first. One statement. */
export async function listTroubledMail({ offset, limit, now }: { offset: number; limit: number; now: Date }) {
  const brokenOffBefore = new Date(now.getTime() - SENDING_PATIENCE_MS)
  const rows = await db().$queryRaw<(TroubledMail & { total: number })[]>`
    SELECT n.id, n.kind, u.name, u.email, n.mail_state::text AS "mailState", n.mailed_at AS "mailedAt",
           n.mail_error AS "mailError", count(*) OVER ()::int AS total
    FROM notice n JOIN "user" u ON u.id = n.user_id
    WHERE n.mail_state = 'failed'
       OR n.mail_state = 'sending' AND (n.mail_error IS NOT NULL OR n.mailed_at <= ${brokenOffBefore})
    ORDER BY n.mailed_at, n.id
    LIMIT ${limit} OFFSET ${offset}`
  return { rows: rows.map(({ total: _, ...mail }) => mail), total: rows[0]?.total ?? 0 }
}

/** Puts a troubled mail back into the queue. Says what its state was, or undefined when there is nothing to send again. */
export async function queueAgain(tx: Db, noticeId: string, now: Date): Promise<MailState | undefined> {
  const brokenOffBefore = new Date(now.getTime() - SENDING_PATIENCE_MS)
  const [before] = await tx.$queryRaw<{ mailState: MailState }[]>`
    SELECT mail_state::text AS "mailState" FROM notice
    WHERE id = ${noticeId}::uuid AND (mail_state = 'failed'
       OR mail_state = 'sending' AND (mail_error IS NOT NULL OR mailed_at <= ${brokenOffBefore}))
    FOR UPDATE`
  if (!before) return undefined
  await tx.notice.updateMany({ where: { id: noticeId }, data: { mailState: 'queued', mailError: null } })
  await enqueueJob(tx, 'send-notice', { noticeId }, `notice:${noticeId}`)
  return before.mailState
}
