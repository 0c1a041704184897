import type { SessionEvent } from './live/session-event.ts'
import type { Day } from './portfolio/entry.ts'
import type { DueItem } from './reminders.ts'

/** The address of a page of this site. */
export type Path = `/${string}`

/**
 * What each kind of mail about the account itself is filled in with. It always goes by mail, carries a link that is made when it
 * is sent, and does not stand in the person's list of notices.
 */
export type AccountMailParams = {
  'confirm-email': Record<string, never>
  'account-exists': Record<string, never>
  'reset-password': Record<string, never>
  'password-changed': Record<string, never>
  invitation: { inviter: string }
  /** What waits for a supervisor, at most once a day unless they ask for it themselves. */
  countersigning: { entries: number; supervisees: number; isAskedFor: boolean }
  'signing-code': { linkId: string }
}

/** What each kind of notice is filled in with: titles and addresses, never the content of an answer or a mark. */
export type NoticeParams = {
  'attempt-submitted': { vignetteTitle: string; path: Path }
  'feedback-released': { vignetteTitle: string; path: Path }
  'certificate-issued': { courseTitle: string; certificateNumber: string }
  'status-issued': { title: string; number: string }
  'release-waits': { path: Path }
  'release-returned': { path: Path }
  'concern-raised': { concernId: string }
  'deadline-changed': { vignetteTitle: string; path: Path }
  'adjustment-changed': Record<string, never>
  'appeal-lodged': { appealId: string }
  'appeal-decided': { vignetteTitle: string; path: Path }
  'benchmark-missed': { vignetteTitle: string; path: Path }
  'talk-opened': { vignetteTitle: string; path: Path }
  'talk-answered': { vignetteTitle: string; path: Path }
  'panel-invitation': { panelTitle: string; path: Path }
  'application-waits': { path: Path }
  'application-moved': { pathwayTitle: string }
  'entries-countersigned': { supervisorName: string; count: number }
  'entries-returned': { supervisorName: string; count: number }
  'clip-rated': { supervisorName: string; clipId: string }
  'statement-sent': { supervisorName: string }
  'statement-received': { statementId: string }
  'training-checked': { title: string; isAccepted: boolean; path: Path }
  /** `count` of them at once, of which one is named; the reason stands on the page. */
  'credential-changed': { title: string; number: string; change: 'suspended' | 'lifted' | 'revoked'; count: number }
  'correction-answered': { title: string; number: string; isGranted: boolean }
  'recordings-due': { count: number; isOverdue: boolean }
  /** Days of the holder's calendar; `missing`: what the renewal still takes, in phrases. */
  'renewal-due': { title: string; validUntil: Day; opensOn: Day; graceUntil: Day; missing: string[] }
  'status-lapsed': { title: string; validUntil: Day }
  /** `2026-11`, by the calendar of the person. */
  'due-this-month': { month: string; due: DueItem[] }
  /** `until` is in words, in the time zone of the person. */
  'place-offered': { cohortName: string; courseTitle: string; until: string; path: Path }
  'enrolment-asked': { what: EnrolmentAsk; cohortName: string; path: Path }
  'place-lapsed': { cohortName: string; courseTitle: string; path: Path }
  /** Of the price of what is paid in parts. */
  'instalment-unpaid': { title: string; isSuspended: boolean; graceUntil: Day }
  'enrolment-changed': { change: EnrolmentChange; courseTitle: string; path: Path }
  /** `when` is in words, in the time zone of the person; `event` goes with the mail, for their calendar. */
  'session-changed': { change: SessionChange; title: string; when: string; event?: SessionEvent }
  /** Of what a cohort talks about: its title and where it stands, never what somebody wrote. */
  'announcement-posted': { title: string; path: Path }
  'question-asked': { title: string; path: Path }
  'thread-opened': { title: string; path: Path }
  'thread-answered': { title: string; path: Path }
  'post-reported': { path: Path }
  'post-hidden': { path: Path }
  /** Not a notice of its own, but the mail of a day: titles of notices, and how many there are besides. */
  gathered: { titles: string[]; more: number }
  'seat-given': { courseTitle: string; organisationName: string; path: Path }
  'seat-changed': { change: SeatChange; courseTitle: string; organisationName: string }
}

/** What became of a seat that somebody has. */
export type SeatChange = 'taken-back' | 'stopped' | 'resumed'

/** What a lead did with somebody's enrolment. */
export type EnrolmentChange =
  | 'taken-off'
  | 'taken-up'
  | 'leave-agreed'
  | 'leave-declined'
  | 'leave-ended'
  | 'transferred'
  | 'transfer-declined'

/** What a trainee asks the leads of their cohort for. */
export type EnrolmentAsk = 'leave' | 'transfer'

/** What became of a live session. */
export type SessionChange = 'planned' | 'changed' | 'cancelled'

export type AccountMailKind = keyof AccountMailParams
export type NoticeKind = keyof NoticeParams

/** The kinds whose mails a person may refuse, in the order in which the settings list them. */
export const NOTICE_KINDS = [
  'attempt-submitted',
  'feedback-released',
  'certificate-issued',
  'status-issued',
  'release-waits',
  'release-returned',
  'concern-raised',
  'deadline-changed',
  'adjustment-changed',
  'appeal-lodged',
  'appeal-decided',
  'benchmark-missed',
  'talk-opened',
  'talk-answered',
  'panel-invitation',
  'application-waits',
  'application-moved',
  'entries-countersigned',
  'entries-returned',
  'clip-rated',
  'statement-sent',
  'statement-received',
  'training-checked',
  'credential-changed',
  'correction-answered',
  'recordings-due',
  'renewal-due',
  'status-lapsed',
  'due-this-month',
  'session-changed',
  'enrolment-changed',
  'place-offered',
  'place-lapsed',
  'instalment-unpaid',
  'enrolment-asked',
  'announcement-posted',
  'question-asked',
  'thread-opened',
  'thread-answered',
  'post-reported',
  'post-hidden',
  'seat-given',
  'seat-changed',
] as const satisfies readonly NoticeKind[]

/** What a cohort talks about: one choice for all of it, since nobody would tell six kinds of it apart. */
export const DISCUSSION_KINDS = [
  'announcement-posted',
  'question-asked',
  'thread-opened',
  'thread-answered',
  'post-reported',
  'post-hidden',
] as const satisfies readonly NoticeKind[]

export const isDiscussionKind = (kind: NoticeKind): boolean => (DISCUSSION_KINDS as readonly string[]).includes(kind)

/** When something goes by mail: at once, in one mail in the morning, or not at all. */
export const MAIL_CHOICES = ['at-once', 'daily', 'none'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]

/** The kinds whose mails stop together with those of this kind. */
export const stoppedWith = (kind: NoticeKind): readonly NoticeKind[] =>
  kind === 'gathered' || isDiscussionKind(kind) ? DISCUSSION_KINDS : [kind]
