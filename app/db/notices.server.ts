import { uuidv7 } from 'uuidv7'
import type { AccountMailKind, AccountMailParams, MailChoice, NoticeKind, NoticeParams } from '#app/domain/notices.ts'
import { type Db, db } from './client.server.ts'

type Told<Kind, Params> = { userId: string; kind: Kind; params: Params; now: Date }

/**
 * Tells a person something, in the transaction of what happened. It stands in their list of notices and goes by mail
 * unless they refused this kind.
 */
export async function notify<Kind extends NoticeKind>(tx: Db, notice: Told<Kind, NoticeParams[Kind]>): Promise<void> {
  await writeToOutbox(tx, { ...notice, readAt: null })
}

/** Mails somebody what had gathered, in the transaction that takes it. It is no notice of its own. */
export async function mailTogether(tx: Db, mail: Told<'gathered', NoticeParams['gathered']>): Promise<void> {
  await writeToOutbox(tx, { ...mail, readAt: mail.now })
}

/** Mails a person about their account, in the transaction of what happened. Nobody can refuse these. */
export async function sendAccountMail<Kind extends AccountMailKind>(
  tx: Db,
  mail: Told<Kind, AccountMailParams[Kind]>,
): Promise<void> {
  await writeToOutbox(tx, { ...mail, readAt: mail.now })
}

/**
 * The row first, the mail after the commit: one statement, so that there is never one without the other. To nobody's id nothing
 * is written, by the same statement, so that an answer does not tell whether there is such an account.
 */
async function writeToOutbox(tx: Db, row: Told<string, object> & { readAt: Date | null }): Promise<void> {
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO notice (id, user_id, kind, params, created_at, read_at, mail_state)
      SELECT ${uuidv7()}::uuid, ${row.userId}::uuid, ${row.kind}, ${JSON.stringify(row.params)}::jsonb,
             ${row.now}::timestamptz, ${row.readAt}::timestamptz,
             coalesce((SELECT CASE WHEN NOT by_email THEN 'none' WHEN is_daily THEN 'gathered' ELSE 'queued' END
                       FROM notice_preference WHERE user_id = ${row.userId}::uuid AND kind = ${row.kind}), 'queued')::mail_state
      FROM "user" WHERE id = ${row.userId}::uuid
      RETURNING id, mail_state
    )
    SELECT enqueue_job('send-notice', json_build_object('noticeId', id), 'notice:' || id)
    FROM written WHERE mail_state = 'queued'`
}

export type NoticeRow = { id: string; kind: string; params: unknown; createdAt: Date; readAt: Date | null }

/** A person's own notices of these kinds, the newest first. One statement. */
export async function listNotices(
  userId: string,
  { kinds, offset, limit }: { kinds: readonly string[]; offset: number; limit: number },
): Promise<{ rows: NoticeRow[]; total: number }> {
  const rows = await db().$queryRaw<(NoticeRow & { total: number })[]>`
    SELECT id, kind, params, created_at AS "createdAt", read_at AS "readAt", count(*) OVER ()::int AS total
    FROM notice WHERE user_id = ${userId}::uuid AND kind = ANY(${kinds})
    ORDER BY created_at DESC, id DESC
    LIMIT ${limit} OFFSET ${offset}`
  return { rows: rows.map(({ total: _, ...notice }) => notice), total: rows[0]?.total ?? 0 }
}

export async function saveAllRead(userId: string, now: Date): Promise<void> {
  await db().notice.updateMany({ where: { userId, readAt: null }, data: { readAt: now } })
}

/** The kinds that a person does not want by mail. */
export async function listRefusedKinds(userId: string): Promise<string[]> {
  const rows = await db().noticePreference.findMany({ where: { userId, byEmail: false }, select: { kind: true } })
  return rows.map(({ kind }) => kind)
}

/** How one kind goes by mail to a person. */
export async function findMailChoice(userId: string, kind: NoticeKind): Promise<MailChoice> {
  const where = { userId_kind: { userId, kind } }
  const row = await db().noticePreference.findUnique({ where, select: { byEmail: true, isDaily: true } })
  if (!row) return 'at-once'
  if (!row.byEmail) return 'none'
  return row.isDaily ? 'daily' : 'at-once'
}

/** Refuses some kinds by mail. @returns false where all were refused already, or nobody has this id. */
export async function saveMailRefused(tx: Db, userId: string, kinds: readonly NoticeKind[]): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO notice_preference (user_id, kind, by_email)
    SELECT u.id, k.kind, false FROM "user" u CROSS JOIN unnest(${[...kinds]}::text[]) AS k(kind) WHERE u.id = ${userId}::uuid
    ON CONFLICT (user_id, kind) DO UPDATE SET by_email = false WHERE notice_preference.by_email`
  await forgetGathered(tx, userId, kinds)
  return count > 0
}

/** What had gathered of kinds that are wanted no more is not sent. */
async function forgetGathered(tx: Db, userId: string, kinds: readonly NoticeKind[]): Promise<void> {
  await tx.notice.updateMany({
    where: { userId, kind: { in: [...kinds] }, mailState: 'gathered' },
    data: { mailState: 'none' },
  })
}

/** Sets how each of these kinds goes by mail. */
export async function saveMailChoices(
  tx: Db,
  userId: string,
  choices: ReadonlyMap<NoticeKind, MailChoice>,
): Promise<void> {
  const rows = [...choices].map(([kind, choice]) => {
    return { userId, kind, byEmail: choice !== 'none', isDaily: choice === 'daily' }
  })
  await tx.noticePreference.deleteMany({ where: { userId, kind: { in: [...choices.keys()] } } })
  await tx.noticePreference.createMany({ data: rows })
  await forgetGathered(
    tx,
    userId,
    rows.filter(({ byEmail }) => !byEmail).map(({ kind }) => kind),
  )
}
