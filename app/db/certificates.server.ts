import type { Certificate, CertificateText } from '#app/domain/certificate.ts'
import { type Db, db } from './client.server.ts'
import { standingCertificate } from './course-facts.server.ts'

/** What a certificate of an enrolment would say today. */
export type CandidateRow = CertificateText & {
  enrolmentId: string
  holderId: string
  courseVersionId: string
  issuedNumber: string | null
}

/**
 * Completed enrolments, by name; unknown ids and courses under way are left out. The course is the version that was in force when it
 * was completed, which is the one that was studied. One statement.
 */
export function findCandidates(enrolmentIds: readonly string[], tx: Db = db()): Promise<CandidateRow[]> {
  return tx.$queryRaw<CandidateRow[]>`
    SELECT e.id AS "enrolmentId", e.user_id AS "holderId", u.name AS "holderName",
           e.enrolled_at AS "startedAt", e.completed_at AS "completedAt",
           v.id AS "courseVersionId", v.body ->> 'title' AS "courseTitle", v.body ->> 'format' AS "courseFormat",
           (v.body ->> 'cpdHours')::float AS "cpdHours", v.body -> 'approvals' AS approvals, c.number AS "issuedNumber"
    FROM enrolment e
    JOIN "user" u ON u.id = e.user_id
    LEFT JOIN ${standingCertificate} c ON c.enrolment_id = e.id
    JOIN LATERAL (
      SELECT cv.id, cv.body FROM content_version cv
      WHERE cv.item_id = e.course_id
      -- The last one before completion; the first of all for what was completed before the course was published here.
      ORDER BY CASE WHEN cv.published_at <= e.completed_at THEN -cv.number ELSE cv.number END
      LIMIT 1
    ) v ON true
    WHERE e.id = ANY(${enrolmentIds}::uuid[]) AND e.completed_at IS NOT NULL
    ORDER BY lower(u.name), e.id`
}

/** Holds these enrolments until the transaction ends, always in the same order, so that two officers never block each other. */
export async function holdEnrolments(tx: Db, enrolmentIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM enrolment WHERE id = ANY(${enrolmentIds}::uuid[]) ORDER BY id FOR UPDATE`
}

export type NewCertificate = Certificate & {
  userId: string
  enrolmentId: string
  courseVersionId: string
  issuedById: string
  /** The one that it takes the place of. */
  supersedesId?: string
}

/** @returns the new rows' ids by their numbers. */
export async function insertCertificates(tx: Db, rows: readonly NewCertificate[]): Promise<Map<string, string>> {
  const inserted = await tx.certificate.createManyAndReturn({
    data: rows.map(({ approvals: _, ...row }) => row),
    select: { id: true, number: true },
  })
  return new Map(inserted.map(({ id, number }) => [number, id]))
}
