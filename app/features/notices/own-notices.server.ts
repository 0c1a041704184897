import { can } from '#app/auth/policy.ts'
import { transact } from '#app/db/client.server.ts'
import { listNotices, listRefusedKinds, saveAllRead, saveMailChoices } from '#app/db/notices.server.ts'
import { NOTICE_KINDS, type NoticeKind } from '#app/domain/notices.ts'
import type { Actor } from '#app/domain/people.ts'
import { isNoticeKind, noticeSetting, noticeText } from './kinds.ts'

const PAGE_SIZE = 30

/** A person's own notices as they read them, the newest first; `page` counts from 1. */
export async function readOwnNotices(actor: Actor, page: number) {
  const offset = (page - 1) * PAGE_SIZE
  const { rows, total } = await listNotices(actor.id, { kinds: NOTICE_KINDS, offset, limit: PAGE_SIZE })
  const notices = rows.flatMap(({ kind, params, ...row }) =>
    isNoticeKind(kind) ? [{ ...row, ...noticeText(kind, params as never) }] : [],
  )
  return { notices, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}

export const markAllRead = (actor: Actor, now: Date): Promise<void> => saveAllRead(actor.id, now)

/** The kinds of notice that can reach this person. */
const kindsFor = (actor: Actor): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) =>
    kind === 'concern-raised' ? can(actor, 'concerns.read') : can(actor, 'learning.study'),
  )

/** For each kind of notice that can reach this person, whether it also goes by mail. */
export async function readMailChoices(actor: Actor) {
  const refused = await listRefusedKinds(actor.id)
  return kindsFor(actor).map((kind) => ({ kind, setting: noticeSetting(kind), byEmail: !refused.includes(kind) }))
}

/** Sets which kinds go by mail: those in `wanted`, and no other of those that can reach this person. */
export async function chooseMails(actor: Actor, wanted: readonly string[]): Promise<void> {
  const choices = new Map(kindsFor(actor).map((kind) => [kind, wanted.includes(kind)]))
  await transact((tx) => saveMailChoices(tx, actor.id, choices))
}
