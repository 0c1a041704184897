import { uuidv7 } from 'uuidv7'
import { type AuditEntry, recordAudit } from './audit.server.ts'
import type { Db } from './client.server.ts'
import { completeCourseIfDone } from './completion.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'

type Changed = { id: string; courseId: string; kind: 'begun' | 'returned' | 'ended' }

/**
 * Makes the modules of a course agree with an enrolment in it: whoever is enrolled in the course is in each of its modules, and
 * what the course gave goes the way of the course. To be called in the transaction that has changed the enrolment's state; a second
 * time changes nothing. A module that the person had begun by itself stays theirs, and counts with all that was done of it.
 */
export async function agreeModules(
  tx: Db,
  { enrolmentId, actor, now }: { enrolmentId: string; actor: AuditEntry['actor']; now: Date },
): Promise<void> {
  const enrolment = await findWithModules(tx, enrolmentId)
  if (!enrolment) return
  const isActive = enrolment.state === 'active'
  const changed = isActive ? await enrolInModules(tx, enrolment, now) : await followState(tx, enrolmentId)
  const action = isActive ? 'enrolment.made' : 'enrolment.ended'
  for (const { id, courseId, kind } of changed) {
    await recordEnrolmentEvent(tx, { userId: enrolment.userId, courseId, kind, byId: null, at: now })
    await recordAudit(tx, {
      actor,
      action,
      object: { kind: 'enrolment', id },
      details: { courseId, throughId: enrolmentId },
      at: now,
    })
  }
  // Somebody may have completed every module by itself before.
  if (isActive && enrolment.moduleIds.length > 0)
    await completeCourseIfDone(tx, { userId: enrolment.userId, course: { id: enrolment.courseId }, now, actor })
}

type WithModules = { id: string; userId: string; courseId: string; state: string; moduleIds: string[] }

/** Nothing for an enrolment that has nothing to do with modules. */
async function findWithModules(tx: Db, enrolmentId: string): Promise<WithModules | undefined> {
  const [row] = await tx.$queryRaw<WithModules[]>`
    SELECT e.id, e.user_id AS "userId", e.course_id AS "courseId", e.state::text AS state,
           ARRAY(SELECT m.id FROM content_item m
                 WHERE m.kind = 'course' AND jsonb_exists(v.body -> 'modules', m.slug) ORDER BY m.position, m.id) AS "moduleIds"
    FROM enrolment e JOIN content_item c ON c.id = e.course_id JOIN content_version v ON v.id = c.current_version_id
    WHERE e.id = ${enrolmentId}::uuid
      AND (jsonb_exists(v.body, 'modules') OR EXISTS (SELECT 1 FROM enrolment own WHERE own.through_id = e.id))`
  return row
}

/** In one order, so that two that meet wait for each other and never in a ring. Whom a lead has taken off a module stays off it. */
async function enrolInModules(tx: Db, { id, userId, moduleIds }: WithModules, now: Date): Promise<Changed[]> {
  const ids = moduleIds.map(() => uuidv7())
  return tx.$queryRaw<Changed[]>`
    INSERT INTO enrolment (id, user_id, course_id, enrolled_at, through_id)
    SELECT own.id, ${userId}::uuid, own.course_id, ${now}, ${id}::uuid
    FROM unnest(${ids}::uuid[], ${moduleIds}::uuid[]) WITH ORDINALITY AS own(id, course_id, place) ORDER BY own.place
    ON CONFLICT (user_id, course_id) DO UPDATE
      SET state = 'active', order_id = NULL, seat_id = NULL, withdrawn_at = NULL, withdrawn_by_id = NULL,
          through_id = ${id}::uuid
      WHERE enrolment.state = 'withdrawn' AND (enrolment.withdrawn_at IS NULL OR enrolment.withdrawn_by_id = enrolment.user_id)
    RETURNING id, course_id AS "courseId", CASE WHEN xmax = 0 THEN 'begun' ELSE 'returned' END AS kind`
}

const followState = (tx: Db, enrolmentId: string) =>
  tx.$queryRaw<Changed[]>`
    UPDATE enrolment SET state = course.state FROM enrolment course
    WHERE enrolment.through_id = ${enrolmentId}::uuid AND course.id = ${enrolmentId}::uuid AND enrolment.state <> course.state
    RETURNING enrolment.id, enrolment.course_id AS "courseId", 'ended' AS kind`

/** Whoever is enrolled in a course that was published with a further module comes to be in that as well. */
export async function agreeAddedModules(tx: Db, now: Date): Promise<void> {
  const missing = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id
    FROM content_item c JOIN content_version v ON v.id = c.current_version_id
      JOIN enrolment e ON e.course_id = c.id AND e.state = 'active'
    WHERE c.kind = 'course' AND jsonb_exists(v.body, 'modules') AND EXISTS (
      SELECT 1 FROM content_item m WHERE m.kind = 'course' AND jsonb_exists(v.body -> 'modules', m.slug)
        AND NOT EXISTS (SELECT 1 FROM enrolment own WHERE own.user_id = e.user_id AND own.course_id = m.id))
    ORDER BY e.id`
  for (const { id } of missing) await agreeModules(tx, { enrolmentId: id, actor: null, now })
}
