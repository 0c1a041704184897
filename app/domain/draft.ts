/**
 * `answer` stands under an attempt, `mark` under an allocation, `calibration` under a benchmark's version, `panel` under a seat,
 * `reflection` under the entry that is corrected or, while it is new, under its writer; `announcement` under the one that is corrected or,
 * while it is new, under its cohort, as is a `thread`; `post` under the one that is corrected or the thread that it answers; `note` under
 * the words that were marked, and `question` under the paragraph of a lesson that it is about; `source` under a file of the content.
 */
export const DRAFT_KINDS = [
  'answer',
  'mark',
  'calibration',
  'panel',
  'reflection',
  'announcement',
  'thread',
  'post',
  'note',
  'question',
  'source',
] as const
export type WorkKind = (typeof DRAFT_KINDS)[number]

/** Forms in which somebody writes at length. The draft of one stands under what its page is about, and holds what was changed in its fields. */
export const FORM_KINDS = [
  'statement',
  'countersigning',
  'clip-rating',
  'portfolio-entry',
  'own-application',
  'application',
  'training-check',
  'credential',
  'status-return',
  'appeal',
  'appeal-decision',
  'moderation',
  'similarity',
  'rubric-change',
  'proposal',
  'concern',
  'concern-outcome',
] as const
export type FormKind = (typeof FORM_KINDS)[number]
export type DraftKind = WorkKind | FormKind

/** One version of unsent work as the server holds it. What is in `body` is for its reader to check. */
export type SavedDraft<Body = unknown> = {
  /** Rises with every save, from 1. */
  version: number
  body: Body
  /** ISO 8601. */
  savedAt: string
  /** The open page that wrote it, and which of that page's changes it holds. */
  writer: string
  revision: number
}

/** Whether a draft may still be saved: `closed` says in a sentence why not. */
export type DraftSubject = { subjectId: string } | { closed: string }
