import { type Db, Prisma, readRows } from './client.server.ts'

/** Seconds into each recording of a lesson that somebody left part of the way, by its file. */
export type MediaPlaces = Record<string, number>

/** How far a person is in a lesson that they have opened. */
export type LessonReading = { lesson: string; anchor: string | null; activeSeconds: number; mediaPlaces: MediaPlaces }

/** Of an enrolment `e`, as a column. */
export const readingColumn = Prisma.sql`
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('lesson', lr.lesson_slug, 'anchor', lr.anchor, 'activeSeconds', lr.active_seconds,
                                        'mediaPlaces', lr.media_places))
    FROM lesson_reading lr WHERE lr.enrolment_id = e.id
  ), '[]') AS reading`

/**
 * The instant up to which this person's reading time is counted, held until the transaction ends: of two reports that meet, the later one
 * sees what the first has counted. A first report begins at `now` with nothing counted.
 */
export async function holdStudyClock(tx: Db, userId: string, now: Date): Promise<Date | null> {
  const isFirst = await tx.$executeRaw`
    INSERT INTO study_clock (user_id, counted_until) VALUES (${userId}::uuid, ${now}) ON CONFLICT DO NOTHING`
  if (isFirst) return null
  const [clock] = await tx.$queryRaw<{ countedUntil: Date }[]>`
    SELECT counted_until AS "countedUntil" FROM study_clock WHERE user_id = ${userId}::uuid FOR UPDATE`
  return clock?.countedUntil ?? null
}

/** The caller holds the clock. */
export async function setStudyClock(tx: Db, userId: string, countedUntil: Date): Promise<void> {
  await tx.$executeRaw`UPDATE study_clock SET counted_until = ${countedUntil} WHERE user_id = ${userId}::uuid`
}

type Reading = { enrolmentId: string; lessonSlug: string; anchor: string | null; seconds: number }

/** Adds the seconds, and moves the place where there is a new one. */
export async function addReading(tx: Db, { enrolmentId, lessonSlug, anchor, seconds }: Reading): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO lesson_reading AS lr (enrolment_id, lesson_slug, anchor, active_seconds)
    VALUES (${enrolmentId}::uuid, ${lessonSlug}, ${anchor}, ${seconds})
    ON CONFLICT (enrolment_id, lesson_slug) DO UPDATE
    SET anchor = coalesce(EXCLUDED.anchor, lr.anchor), active_seconds = lr.active_seconds + EXCLUDED.active_seconds`
}

/** A course that somebody studies, with the hours that it states and the time that was measured in its own lessons. */
export type MeasuredCourse = {
  slug: string
  title: string
  cpdHours: number
  isCompleted: boolean
  activeSeconds: number
}

/** In catalogue order. One statement. */
export const readMeasuredCourses = (userId: string): Promise<MeasuredCourse[]> =>
  readRows<MeasuredCourse>(Prisma.sql`
    SELECT ci.slug, v.body ->> 'title' AS title, (v.body ->> 'cpdHours')::float AS "cpdHours",
           e.completed_at IS NOT NULL AS "isCompleted",
           (SELECT coalesce(sum(lr.active_seconds), 0)::int FROM lesson_reading lr WHERE lr.enrolment_id = e.id) AS "activeSeconds"
    FROM enrolment e
    JOIN content_item ci ON ci.id = e.course_id
    JOIN content_version v ON v.id = ci.current_version_id
    WHERE e.user_id = ${userId}::uuid AND e.state = 'active'
    ORDER BY ci.position, ci.slug`)
