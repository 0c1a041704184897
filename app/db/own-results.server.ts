import type { AttemptState } from '#app/domain/attempts.ts'
import type { FinalMarkKind } from '#app/domain/marking.ts'
import type { Mark } from '#app/domain/rubric.ts'
import type { SelfRating } from '#app/domain/self-rating.ts'
import type { AdoptedCut } from '#app/domain/standard-setting/adopted-cut.ts'
import { db } from './client.server.ts'
import type { Score } from './scores.server.ts'

/** What one marker wrote, without anything that tells who. */
export type WordsOfMarker = Pick<Mark, 'ratings' | 'comment' | 'criticalErrors'> & {
  /** Comments on passages, as the marker left them. */
  anchors: unknown
}

export type OwnFinalMark = Mark & {
  kind: FinalMarkKind
  hasPassed: boolean
  /** Sentences on how it came about. */
  because: string[]
  rubricVersionId: string
  /** The cut that the cohort had adopted when it was decided. */
  cut: AdoptedCut | null
  /** ISO 8601. */
  decidedAt: string
  /** Those that it rests on. */
  markers: WordsOfMarker[]
}

export type HandedInAttempt = {
  id: string
  state: AttemptState
  submittedAt: Date | null
  releasedAt: Date | null
  withdrawnAt: Date | null
  declaration: string | null
  vignetteVersionId: string
  /** Absent where a key scores the answer. */
  rubricVersionId: string | null
  answers: Record<string, unknown>
  selfRating: SelfRating | null
  /** The one in force first. Empty until the release, and until the person has rated their own answer. */
  finalMarks: OwnFinalMark[]
  /** Where a key scores the answer. */
  score: Score | null
}

/**
 * One of one's own attempts by its number. Of a mark nothing is read before its time, so that no page can forget the
 * condition. One statement.
 */
export async function findOwnAttempt(
  userId: string,
  { slug, number }: { slug: string; number: number },
): Promise<HandedInAttempt | null> {
  const [row] = await db().$queryRaw<HandedInAttempt[]>`
    SELECT a.id, a.state::text AS state, a.submitted_at AS "submittedAt", a.released_at AS "releasedAt",
           a.withdrawn_at AS "withdrawnAt", a.declaration,
           a.vignette_version_id AS "vignetteVersionId", a.rubric_version_id AS "rubricVersionId",
           coalesce(a.answers, '{}') AS answers,
           CASE WHEN r.attempt_id IS NULL THEN NULL
             ELSE json_build_object('ratings', r.ratings, 'globalLevel', r.global_level) END AS "selfRating",
           (SELECT coalesce(json_agg(json_build_object('kind', f.kind, 'ratings', f.ratings, 'globalLevel', f.global_level,
                     'comment', f.comment, 'criticalErrors', f.critical_errors, 'hasPassed', f.has_passed,
                     'because', f.because, 'rubricVersionId', f.rubric_version_id, 'decidedAt', f.decided_at,
                     'cut', (SELECT json_build_object('scale', c.scale, 'value', c.value) FROM adopted_cut c
                             WHERE c.cohort_id = a.cohort_id AND c.vignette_id = a.vignette_id AND c.adopted_at <= f.decided_at
                             ORDER BY c.adopted_at DESC LIMIT 1),
                     'markers', (SELECT coalesce(json_agg(json_build_object('ratings', m.ratings, 'comment', m.comment,
                                          'criticalErrors', m.critical_errors, 'anchors', m.anchors) ORDER BY m.id), '[]')
                                 FROM mark m WHERE m.id = ANY (f.mark_ids))) ORDER BY f.number DESC), '[]')
            FROM final_mark f
            WHERE f.attempt_id = a.id AND a.state = 'released' AND r.attempt_id IS NOT NULL) AS "finalMarks",
           CASE WHEN s.attempt_id IS NULL THEN NULL
             ELSE json_build_object('share', s.share, 'details', s.details, 'provenance', s.provenance, 'key', c.key) END AS score
    FROM attempt a JOIN content_item ci ON ci.id = a.vignette_id
      LEFT JOIN self_rating r ON r.attempt_id = a.id
      LEFT JOIN score s ON s.attempt_id = a.id
      LEFT JOIN consensus c ON c.id = s.consensus_id
    WHERE a.user_id = ${userId}::uuid AND ci.slug = ${slug} AND a.number = ${number}`
  return row ?? null
}
