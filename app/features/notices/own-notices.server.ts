import { can, type Permission } from '#app/auth/policy.ts'
import { transact } from '#app/db/client.server.ts'
import { findMailChoice, listNotices, listRefusedKinds, saveAllRead, saveMailChoices } from '#app/db/notices.server.ts'
import {
  DISCUSSION_KINDS,
  isDiscussionKind,
  type MailChoice,
  NOTICE_KINDS,
  type NoticeKind,
} from '#app/domain/notices.ts'
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

/** Who can be told each kind, by what they may do; everybody where nothing is named. */
const readers: Partial<Record<NoticeKind, Permission | readonly Permission[]>> = {
  'attempt-submitted': 'assessment.answer',
  'feedback-released': 'assessment.answer',
  'certificate-issued': 'learning.study',
  'concern-raised': 'concerns.read',
  'deadline-changed': 'assessment.answer',
  'adjustment-changed': 'learning.study',
  'appeal-lodged': 'appeals.decide',
  'appeal-decided': 'appeals.lodge',
  'benchmark-missed': 'marking.mark',
  'talk-opened': 'marking.mark',
  'talk-answered': 'marking.mark',
  'entries-countersigned': 'portfolio.keep',
  'entries-returned': 'portfolio.keep',
  'clip-rated': 'portfolio.keep',
  'statement-sent': 'portfolio.keep',
  'statement-received': 'statements.read',
  'release-waits': 'certificates.issue',
  'release-returned': 'certificates.issue',
  'training-checked': 'portfolio.keep',
  'recordings-due': 'portfolio.keep',
  'due-this-month': ['portfolio.keep', 'supervision.countersign'],
  'session-changed': 'learning.study',
  'enrolment-changed': 'learning.study',
  'place-offered': 'learning.study',
  'place-lapsed': 'learning.study',
  'instalment-unpaid': 'learning.study',
  'enrolment-asked': 'cohorts.manage',
  'announcement-posted': ['learning.study', 'cohorts.manage'],
  'question-asked': 'cohorts.manage',
  'thread-opened': ['learning.study', 'cohorts.manage'],
  'thread-answered': ['learning.study', 'cohorts.manage'],
  'post-reported': 'cohorts.manage',
  'post-hidden': ['learning.study', 'cohorts.manage'],
  'seat-given': 'learning.study',
  'seat-changed': 'learning.study',
  'application-waits': 'applications.read',
  'application-moved': 'applications.apply',
  'renewal-due': 'applications.apply',
  'status-lapsed': 'applications.apply',
  'status-issued': 'applications.apply',
}

/** The kinds of notice that can reach this person. */
const kindsFor = (actor: Actor): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => {
    const reader = readers[kind]
    return !reader || [reader].flat().some((permission) => can(actor, permission))
  })

/** For each kind of notice that can reach this person and is chosen by itself, whether it also goes by mail. */
export async function readMailChoices(actor: Actor) {
  const refused = await listRefusedKinds(actor.id)
  return kindsFor(actor)
    .filter((kind) => !isDiscussionKind(kind))
    .map((kind) => ({ kind, setting: noticeSetting(kind), byEmail: !refused.includes(kind) }))
}

/** How what a cohort talks about goes by mail to this person; undefined for whoever can be in none. */
export async function readDiscussionChoice(actor: Actor): Promise<MailChoice | undefined> {
  return kindsFor(actor).some(isDiscussionKind) ? findMailChoice(actor.id, DISCUSSION_KINDS[0]) : undefined
}

/**
 * Sets which kinds go by mail: those in `wanted`, and no other of those that can reach this person.
 * @param discussion how what their cohort talks about does; it stays as it is where this is absent.
 */
export async function chooseMails(actor: Actor, wanted: readonly string[], discussion?: MailChoice): Promise<void> {
  const choices = new Map<NoticeKind, MailChoice>()
  for (const kind of kindsFor(actor))
    if (!isDiscussionKind(kind)) choices.set(kind, wanted.includes(kind) ? 'at-once' : 'none')
  // All of it, also what cannot reach this person now: a trainee may become a training lead.
  if (discussion) for (const kind of DISCUSSION_KINDS) choices.set(kind, discussion)
  await transact((tx) => saveMailChoices(tx, actor.id, choices))
}
