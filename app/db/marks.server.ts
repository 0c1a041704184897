import type { Anchor } from '#app/domain/anchors.ts'
import type { BankComment } from '#app/domain/comment-bank.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Mark } from '#app/domain/rubric.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { bankAsJson } from './comment-bank.server.ts'

export type LockedMark = Mark & { hasPassed: boolean }

/** With the comments on passages, at the text as it was written. */
export type AnchoredMark = LockedMark & { anchors: Anchor[] }

/** What a marker works on. The versions' ids stay on the server, like every other id. */
export type ScriptOfMarker = {
  vignetteVersionId: string
  rubricVersionId: string
  /** Prompt id -> rich-text document, as frozen at submission; for a gold script its benchmark has them. */
  answers: Record<string, unknown> | null
  benchmarkVersionId: string | null
  /** To be masked in the answers, and for nothing else: it never leaves the use case. Null for a gold script. */
  writerName: string | null
  isWithdrawn: boolean
  /** Both marks of a pair are locked: its two markers, and whoever decides as the third, see where they differ. */
  hasTwoMarks: boolean
  /** It was a benchmark, and its marker was told so after they had locked their mark. */
  isToldBenchmark: boolean
  rubricSlug: string
  /** What the marker may start a comment from; nothing once the mark is locked. */
  bank: BankComment[]
  draft: SavedDraft | null
  mark: AnchoredMark | null
}

/** The corrected version of a rubric that an attempt `at` is marked again on, where somebody decided so. */
const correctedRubric = Prisma.sql`CASE WHEN al.purpose = 'again' THEN (
  SELECT rr.rubric_version_id FROM rubric_review rr WHERE rr.attempt_id = at.id AND rr.decision = 'mark_again'
  ORDER BY rr.decided_at DESC LIMIT 1) END`

/**
 * A script that this marker has claimed, with their draft and their locked mark. One that was taken from them is not found, one that
 * the trainee withdrew is. A gold script is of the versions of its vignette and rubric that are current. One statement.
 */
export async function findScriptOfMarker(where: {
  code: string
  markerId: string
}): Promise<ScriptOfMarker | undefined> {
  const [script] = await db().$queryRaw<ScriptOfMarker[]>`
    SELECT coalesce(at.vignette_version_id, gv.id) AS "vignetteVersionId",
           rv.id AS "rubricVersionId", rv.slug AS "rubricSlug",
           CASE WHEN m.id IS NULL THEN ${bankAsJson(where.markerId, Prisma.sql`rv.slug`)} ELSE '[]' END AS bank,
           at.answers, al.benchmark_version_id AS "benchmarkVersionId",
           (SELECT wu.name FROM "user" wu WHERE wu.id = at.user_id) AS "writerName",
           coalesce(at.state = 'withdrawn', false) AS "isWithdrawn",
           al.purpose IN ('first', 'second', 'adjudication') AND (
             SELECT count(*) FROM allocation pl
             WHERE pl.attempt_id = al.attempt_id AND pl.purpose IN ('first', 'second') AND pl.state = 'locked') = 2 AS "hasTwoMarks",
           (m.id IS NOT NULL AND EXISTS (
             SELECT 1 FROM calibration_mark cm
             WHERE cm.marker_id = al.marker_id AND cm.benchmark_version_id = al.benchmark_version_id AND cm.source = 'gold'
               AND NOT cm.is_within AND cm.counts)) AS "isToldBenchmark",
           CASE WHEN d.version IS NULL THEN NULL ELSE json_build_object(
             'version', d.version, 'body', d.body, 'savedAt', d.saved_at, 'writer', d.writer, 'revision', d.revision) END AS draft,
           CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object(
             'ratings', m.ratings, 'globalLevel', m.global_level, 'comment', m.comment,
             'criticalErrors', m.critical_errors, 'hasPassed', m.has_passed, 'anchors', m.anchors) END AS mark
    FROM allocation al
      LEFT JOIN attempt at ON at.id = al.attempt_id
      LEFT JOIN content_item gi ON gi.id = al.vignette_id AND al.benchmark_version_id IS NOT NULL
      LEFT JOIN content_version gv ON gv.id = gi.current_version_id
      LEFT JOIN content_item gr ON gr.kind = 'rubric' AND gr.slug = gv.body ->> 'rubric'
      LEFT JOIN draft d ON d.owner_id = al.marker_id AND d.kind = 'mark' AND d.subject_id = al.id
      LEFT JOIN mark m ON m.allocation_id = al.id
      JOIN LATERAL (
        SELECT v.id, i.slug FROM content_version v JOIN content_item i ON i.id = v.item_id
        WHERE v.id = coalesce(m.rubric_version_id, ${correctedRubric}, at.rubric_version_id, gr.current_version_id)) rv ON true
    WHERE al.code = ${where.code} AND al.marker_id = ${where.markerId}::uuid
      AND (al.state IN ('begun', 'locked') OR at.state = 'withdrawn')`
  return script
}

/** Locks a mark: the row is never changed again, and its script is finished. @returns its id. */
export async function insertMark(
  tx: Db,
  { mark, ...row }: { allocationId: string; markerId: string; rubricVersionId: string; mark: AnchoredMark; now: Date },
): Promise<string> {
  const { globalLevel, comment, hasPassed, ratings, criticalErrors, anchors } = mark
  const { id } = await tx.mark.create({
    data: {
      allocationId: row.allocationId,
      markerId: row.markerId,
      rubricVersionId: row.rubricVersionId,
      lockedAt: row.now,
      globalLevel,
      comment,
      hasPassed,
      ratings,
      criticalErrors,
      anchors,
    },
    select: { id: true },
  })
  await tx.allocation.update({ where: { id: row.allocationId }, data: { state: 'locked' }, select: { id: true } })
  return id
}
