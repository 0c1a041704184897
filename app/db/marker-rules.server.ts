import { Prisma } from './client.server.ts'
import { cohortsOfOtherMarkers } from './marking-policies.server.ts'

/** The people whose work a marker does not mark: themselves, whom they supervise, and with whom they declared a conflict. */
export const barredTrainees = (markerId: string) => Prisma.sql`
  SELECT ${markerId}::uuid UNION ALL
  SELECT trainee_id FROM conflict WHERE marker_id = ${markerId}::uuid AND ended_at IS NULL`

/** Few: those of few people that wait for a marker just now. */
export const barredAttempts = (markerId: string) => Prisma.sql`ARRAY(
  SELECT a.id FROM attempt a JOIN allocation w ON w.attempt_id = a.id AND w.state = 'waiting'
  WHERE a.user_id IN (${barredTrainees(markerId)}))`

/** The cohorts whose policy in force names its markers, and not this one. */
export const barredCohorts = (markerId: string) => Prisma.sql`ARRAY(${cohortsOfOtherMarkers(markerId)})`

/** `mayMark` of the domain for a script `al` that waits and has an attempt, and whether its cohort's policy does not name others. */
export const mayBeMarkedBy = (markerId: string) =>
  isNotBarred(markerId, { attempts: barredAttempts(markerId), cohorts: barredCohorts(markerId) })

/**
 * The same where what bars a marker was read before. Those whom a cohort names are asked for a first or second mark only: when all
 * of them have marked an answer, a third marker has to come from elsewhere.
 */
export const isNotBarred = (markerId: string, barred: { attempts: Prisma.Sql; cohorts: Prisma.Sql }) => Prisma.sql`(
  al.attempt_id <> ALL (${barred.attempts})
  AND (al.purpose NOT IN ('first', 'second') OR al.cohort_id IS NULL OR al.cohort_id <> ALL (${barred.cohorts}))
  AND (SELECT other.id FROM allocation other
       WHERE other.attempt_id = al.attempt_id AND other.marker_id = ${markerId}::uuid AND other.state <> 'void'
         AND other.id <> al.id LIMIT 1) IS NULL)`

/** Nobody marks what was withdrawn. After the release a script is marked only where it is marked again. */
export const isStillMarked = Prisma.sql`(
  al.attempt_id IS NULL OR (
    SELECT a.state = 'submitted' OR (a.state = 'released' AND al.purpose = 'again') FROM attempt a WHERE a.id = al.attempt_id))`
