import type { Mark } from '#app/domain/rubric.ts'
import { Prisma } from './client.server.ts'

export type MarkInRecord = Mark & { purpose: string; hasPassed: boolean }
export type FinalInRecord = { kind: string; globalLevel: number; hasPassed: boolean; because: string[] }

/** An attempt with all that was given for it; of people, only what screens their name out of the text. */
export type MarkingRecord = {
  traineeName: string
  vignetteVersionId: string
  rubricVersionId: string
  answers: Record<string, unknown>
  marks: MarkInRecord[]
  finals: FinalInRecord[]
}

/** Columns of a `MarkingRecord` about an attempt `at`; of marks that are locked, first to last. */
export const recordColumns = Prisma.sql`
  (SELECT tu.name FROM "user" tu WHERE tu.id = at.user_id) AS "traineeName",
  at.vignette_version_id AS "vignetteVersionId", at.rubric_version_id AS "rubricVersionId",
  coalesce(at.answers, '{}') AS answers,
  coalesce((SELECT json_agg(json_build_object('ratings', m.ratings, 'globalLevel', m.global_level, 'comment', m.comment,
                     'criticalErrors', m.critical_errors, 'hasPassed', m.has_passed, 'purpose', ml.purpose)
                     ORDER BY ml.purpose, m.locked_at)
            FROM allocation ml JOIN mark m ON m.allocation_id = ml.id WHERE ml.attempt_id = at.id), '[]') AS marks,
  coalesce((SELECT json_agg(json_build_object('kind', f.kind, 'globalLevel', f.global_level, 'hasPassed', f.has_passed,
                     'because', f.because) ORDER BY f.number)
            FROM final_mark f WHERE f.attempt_id = at.id), '[]') AS finals`

/**
 * Whether a person had no part in an attempt `at`: neither wrote, marked, decided, moderated nor released it, and declared no
 * conflict about its trainee.
 */
export const isUninvolved = (personId: Prisma.Sql) => Prisma.sql`(
  at.user_id <> ${personId} AND at.released_by_id IS DISTINCT FROM ${personId}
  AND NOT EXISTS (SELECT 1 FROM allocation il WHERE il.attempt_id = at.id AND il.marker_id = ${personId})
  AND NOT EXISTS (SELECT 1 FROM final_mark ifm WHERE ifm.attempt_id = at.id AND ifm.decided_by_id = ${personId})
  AND NOT EXISTS (SELECT 1 FROM moderation im WHERE im.attempt_id = at.id AND im.moderator_id = ${personId})
  AND NOT EXISTS (SELECT 1 FROM audit_entry ia WHERE ia.object_kind = 'attempt' AND ia.object_id = at.id::text
                  AND ia.action = 'attempt.released' AND ia.actor_id = ${personId})
  AND NOT EXISTS (SELECT 1 FROM conflict ic WHERE ic.marker_id = ${personId} AND ic.trainee_id = at.user_id
                  AND ic.ended_at IS NULL))`
