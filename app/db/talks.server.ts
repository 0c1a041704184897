import type { FinalMarkKind } from '#app/domain/marking.ts'
import type { Mark } from '#app/domain/rubric.ts'
import { type Db, db, Prisma } from './client.server.ts'
import type { AnchoredMark } from './marks.server.ts'

/*
 * Two marks of one attempt, as their markers and a third one may see them: no marker is named, and nothing tells whose the
 * script is or when anything happened.
 */

export type ProposalAnswer = 'accepted' | 'declined' | 'withdrawn'

export type Proposal = {
  isOwn: boolean
  mark: Mark
  note: string
  answer: ProposalAnswer | null
  answerNote: string
}

export type TwoMarkRecord = {
  isAdjudicator: boolean
  vignetteVersionId: string
  rubricVersionId: string
  answers: Record<string, unknown>
  /** To be masked in the answers, and for nothing else. */
  writerName: string
  isTalkOpen: boolean
  /** The first and the second, as far as they are locked. */
  marks: (AnchoredMark & { isOwn: boolean })[]
  /** In the order in which they were made. */
  proposals: Proposal[]
  final: { kind: FinalMarkKind; globalLevel: number; hasPassed: boolean; because: string[] } | null
}

/** The marks of a script that this marker has locked, or is to decide as the third. One statement. */
export async function findTwoMarks(where: { code: string; markerId: string }): Promise<TwoMarkRecord | undefined> {
  const { code, markerId } = where
  const [record] = await db().$queryRaw<TwoMarkRecord[]>`
    SELECT al.purpose = 'adjudication' AS "isAdjudicator", at.vignette_version_id AS "vignetteVersionId",
           at.rubric_version_id AS "rubricVersionId", coalesce(at.answers, '{}') AS answers,
           (SELECT wu.name FROM "user" wu WHERE wu.id = at.user_id) AS "writerName",
           at.talk_opened_at IS NOT NULL AS "isTalkOpen",
           coalesce((SELECT json_agg(json_build_object('isOwn', m.marker_id = ${markerId}::uuid, 'ratings', m.ratings,
                              'globalLevel', m.global_level, 'comment', m.comment, 'criticalErrors', m.critical_errors,
                              'hasPassed', m.has_passed, 'anchors', m.anchors) ORDER BY ml.purpose)
                     FROM allocation ml JOIN mark m ON m.allocation_id = ml.id
                     WHERE ml.attempt_id = at.id AND ml.purpose IN ('first', 'second') AND ml.state = 'locked'), '[]') AS marks,
           coalesce((SELECT json_agg(json_build_object('isOwn', p.proposed_by_id = ${markerId}::uuid, 'mark', p.mark,
                              'note', p.note, 'answer', p.answer, 'answerNote', p.answer_note) ORDER BY p.proposed_at, p.id)
                     FROM mark_proposal p WHERE p.attempt_id = at.id), '[]') AS proposals,
           (SELECT json_build_object('kind', f.kind, 'globalLevel', f.global_level, 'hasPassed', f.has_passed, 'because', f.because)
            FROM final_mark f WHERE f.attempt_id = at.id ORDER BY f.number DESC LIMIT 1) AS final
    FROM allocation al JOIN attempt at ON at.id = al.attempt_id
    WHERE al.code = ${code} AND al.marker_id = ${markerId}::uuid
      AND (al.purpose IN ('first', 'second') AND al.state = 'locked' OR al.purpose = 'adjudication' AND al.state IN ('begun', 'locked'))`
  return record
}

export type OpenTalk = {
  isOpen: boolean
  /** What is proposed and waits for an answer, with its number among all proposals, from 1. */
  proposal: { id: string; number: number; proposedById: string; mark: Mark } | null
  vignetteTitle: string
  other: { id: string; code: string } | null
}

/** How the talk about an attempt stands for one of its two markers. The caller holds the attempt. */
export async function readTalk(tx: Db, { attemptId, markerId }: { attemptId: string; markerId: string }) {
  const [talk] = await tx.$queryRaw<OpenTalk[]>`
    SELECT at.talk_opened_at IS NOT NULL AS "isOpen", v.body ->> 'title' AS "vignetteTitle",
           (SELECT json_build_object('id', p.id, 'proposedById', p.proposed_by_id, 'mark', p.mark,
                     'number', (SELECT count(*) FROM mark_proposal q WHERE q.attempt_id = at.id))
            FROM mark_proposal p WHERE p.attempt_id = at.id AND p.answer IS NULL) AS proposal,
           (SELECT json_build_object('id', ol.marker_id, 'code', ol.code) FROM allocation ol
            WHERE ol.attempt_id = at.id AND ol.purpose IN ('first', 'second') AND ol.state = 'locked'
              AND ol.marker_id <> ${markerId}::uuid) AS other
    FROM attempt at JOIN content_version v ON v.id = at.vignette_version_id
    WHERE at.id = ${attemptId}::uuid`
  if (!talk) throw new Error('a talk about nothing')
  return talk
}

type NewProposal = { attemptId: string; proposedById: string; mark: Mark; note: string; now: Date }

/** A second open one of an attempt breaks the unique index `mark_proposal_one_open`. @returns its id. */
export async function insertProposal(tx: Db, { now, ...proposal }: NewProposal): Promise<string> {
  return (await tx.markProposal.create({ data: { ...proposal, proposedAt: now }, select: { id: true } })).id
}

type Answered = { answer: ProposalAnswer; answerNote?: string; answeredById: string; now: Date }

export async function saveProposalAnswered(tx: Db, id: string, { now, ...answered }: Answered): Promise<void> {
  await tx.markProposal.update({ where: { id }, data: { ...answered, answeredAt: now }, select: { id: true } })
}

export type ListedTalk = {
  code: string
  vignetteTitle: string
  /** `you`: the other marker proposes something. `other`: the actor does. */
  waitsFor: 'you' | 'other' | 'either'
}

/** The talks that a marker has to come to as JSON, those that wait for them first. Open talks are few. */
export const talksOf = (markerId: string): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('code', t.code, 'vignetteTitle', t.title, 'waitsFor', t.waits_for)
                           ORDER BY t.waits_for = 'you' DESC, t.waits_for = 'either' DESC, t.place), '[]')
  FROM (
    SELECT al.code, v.body ->> 'title' AS title, md5(${markerId} || al.code) AS place,
           CASE WHEN p.id IS NULL THEN 'either' WHEN p.proposed_by_id = ${markerId}::uuid THEN 'other' ELSE 'you' END AS waits_for
    FROM attempt at
      JOIN allocation al ON al.attempt_id = at.id AND al.marker_id = ${markerId}::uuid AND al.state = 'locked'
        AND al.purpose IN ('first', 'second')
      JOIN content_version v ON v.id = at.vignette_version_id
      LEFT JOIN mark_proposal p ON p.attempt_id = at.id AND p.answer IS NULL
    WHERE at.talk_opened_at IS NOT NULL AND at.state = 'submitted') t)`
