import type { Permission } from '#app/auth/policy.ts'
import { findPassage } from '#app/content/find-passage.server.ts'
import { holdOpenAllocation } from '#app/db/allocations.server.ts'
import { questionDraftId, readAskingPlace } from '#app/db/asking.server.ts'
import { countLockedStages } from '#app/db/attempt-stages.server.ts'
import { holdAttempt } from '#app/db/attempts.server.ts'
import { holdPractice } from '#app/db/calibration.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import type { Member } from '#app/db/cohort-members.server.ts'
import { isContentFile } from '#app/db/content-files.server.ts'
import { findAnnouncementPlace, findPostPlace, findThreadPlace } from '#app/db/discussion-places.server.ts'
import { type DraftSaved, saveDraft } from '#app/db/drafts.server.ts'
import { holdMembership } from '#app/db/panel-seats.server.ts'
import { findOwnEntry } from '#app/db/portfolio.server.ts'
import { holdPortfolio } from '#app/db/portfolio-writing.server.ts'
import { readSiblings } from '#app/db/practice.server.ts'
import { holdStudyNote } from '#app/db/study-notes.server.ts'
import { readAnswerSubject, whyClosed, whyStageClosed } from '#app/domain/attempts.ts'
import { openPractice, readPracticeSubject } from '#app/domain/benchmark-order.ts'
import type { DraftSubject, WorkKind } from '#app/domain/draft.ts'
import type { Json } from '#app/domain/json.ts'
import { dayOf, isPanelOpen, PANEL_CLOSED } from '#app/domain/keyed/panel.ts'

type Owner = { ownerId: string; actor: Member; subject: string; now: Date }

type DraftRule = {
  /** Null: whoever has the subject, whatever their part. */
  permission: Permission | null
  /** Finds one's own subject by what stands in the address and holds it, so that it is not handed in meanwhile. */
  hold: (tx: Db, owner: Owner) => Promise<DraftSubject | null>
}

/** Whose drafts of each kind may be saved, and until when. */
export const draftRules: Record<WorkKind, DraftRule> = {
  answer: { permission: 'assessment.answer', hold: holdOpenAnswer },
  mark: { permission: 'marking.mark', hold: holdOpenMark },
  calibration: { permission: 'calibration.practise', hold: holdOpenBenchmark },
  panel: { permission: null, hold: holdOpenSeat },
  reflection: { permission: 'portfolio.keep', hold: holdOwnReflection },
  announcement: { permission: 'cohorts.manage', hold: holdWriting(findAnnouncementPlace) },
  thread: { permission: null, hold: holdWriting(findThreadPlace) },
  post: { permission: null, hold: holdWriting(findPostPlace) },
  note: { permission: 'learning.study', hold: holdOwnNote },
  question: { permission: 'learning.study', hold: holdOwnQuestion },
  source: { permission: 'content.author', hold: holdSource },
}

async function holdOpenAnswer(tx: Db, { ownerId, subject, now }: Owner): Promise<DraftSubject | null> {
  const { attemptId, stage } = readAnswerSubject(subject)
  const attempt = await holdAttempt(tx, { userId: ownerId, attemptId }, 'share')
  if (!attempt) return null
  // Asked after the attempt is held: what was locked while this waited is seen.
  const lockedStages = await countLockedStages(tx, attempt.id)
  if (stage < 0 || stage > lockedStages) return null
  const closed = whyClosed(attempt, now) ?? whyStageClosed(stage, lockedStages)
  return closed ? { closed } : { subjectId: attempt.id }
}

/** A script goes by its code: the allocation's id tells when it was made. */
async function holdOpenMark(tx: Db, { ownerId, subject }: Owner): Promise<DraftSubject | null> {
  const allocation = await holdOpenAllocation(tx, { markerId: ownerId, code: subject })
  if (!allocation) return null
  const closed = whyMarkClosed[allocation.state]
  return closed ? { closed } : { subjectId: allocation.id }
}

const whyMarkClosed = {
  begun: null,
  locked: 'Your mark of this script is locked and can no longer be changed.',
  void: 'This script is not marked any more, so nothing needs to be saved.',
} as const

/** A benchmark goes by its slug and the turn that it has. */
async function holdOpenBenchmark(tx: Db, { ownerId: markerId, subject }: Owner): Promise<DraftSubject | null> {
  const practice = readPracticeSubject(subject)
  const { slug } = practice
  await holdPractice(tx, { markerId, slug })
  const siblings = await readSiblings(tx, { markerId, slug })
  const open = openPractice(siblings, practice)
  if (open) return { subjectId: open.versionId }
  return siblings.some((one) => one.slug === slug && one.isKnown)
    ? { closed: 'Your mark of this benchmark is locked and can no longer be changed.' }
    : null
}

/** A seat on a panel goes by the panel. */
async function holdOpenSeat(tx: Db, { ownerId, subject, now }: Owner): Promise<DraftSubject | null> {
  const seat = await holdMembership(tx, ownerId, subject)
  if (!seat) return null
  return isPanelOpen(seat.closesOn, dayOf(now)) ? { subjectId: seat.memberId } : { closed: PANEL_CLOSED }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A reflection goes by its entry; one that is new by its writer. */
async function holdOwnReflection(tx: Db, { ownerId, subject }: Owner): Promise<DraftSubject | null> {
  await holdPortfolio(tx, ownerId)
  if (subject === 'new') return { subjectId: ownerId }
  const entry = UUID.test(subject) ? await findOwnEntry(ownerId, subject, tx) : null
  return entry?.kind === 'reflection' ? { subjectId: entry.id } : null
}

/** What is written for a cohort goes by the cohort, by the thread that it answers, or by what it corrects. */
function holdWriting(find: (tx: Db, member: Member, id: string) => Promise<boolean>): DraftRule['hold'] {
  return async (tx, { actor, subject }) => {
    const isThere = UUID.test(subject) && (await find(tx, actor, subject))
    return isThere ? { subjectId: subject } : null
  }
}

/** A note goes by the words that it is on. */
async function holdOwnNote(tx: Db, { ownerId, subject }: Owner): Promise<DraftSubject | null> {
  const isThere = UUID.test(subject) && (await holdStudyNote(tx, ownerId, subject))
  return isThere ? { subjectId: subject } : null
}

/** A question goes by the paragraph of a lesson that it is about. */
async function holdOwnQuestion(tx: Db, { ownerId, subject }: Owner): Promise<DraftSubject | null> {
  const [course = '', lesson = '', anchor = ''] = subject.split('.')
  const place = await readAskingPlace(ownerId, { course, lesson, anchor }, tx)
  const passage = place && (await findPassage(place, { lesson, anchor }))
  return passage ? { subjectId: questionDraftId({ course, lesson, anchor }) } : null
}

/** A text of the content goes by its file. */
async function holdSource(tx: Db, { subject }: Owner): Promise<DraftSubject | null> {
  const isThere = UUID.test(subject) && (await isContentFile(tx, subject))
  return isThere ? { subjectId: subject } : null
}

export type DraftToKeep = {
  kind: WorkKind
  subject: string
  baseVersion: number
  writer: string
  revision: number
  body: Json
}

/**
 * Saves the actor's unsent work on their own attempt or claimed script.
 * @returns the version saved, or the newer one from elsewhere; `closed` says why the work can no longer be saved at all.
 * @throws 404 for what is not the actor's.
 */
export function keepDraft(
  actor: Member,
  { kind, subject, ...draft }: DraftToKeep,
  now: Date,
): Promise<DraftSaved | { closed: string }> {
  return transact(async (tx) => {
    const found = await draftRules[kind].hold(tx, { ownerId: actor.id, actor, subject, now })
    if (!found) throw new Response('There is no such work of yours.', { status: 404 })
    if ('closed' in found) return found
    return saveDraft(tx, { ownerId: actor.id, kind, subjectId: found.subjectId, ...draft, now })
  })
}
