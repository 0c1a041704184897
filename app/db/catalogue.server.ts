import type { PlaceFacts } from '#app/domain/enrolment/places.ts'
import { Prisma, readRows } from './client.server.ts'
import type { ContentKind, CurrentItem } from './content.server.ts'

/** A cohort that its lead opened to whoever wants to join, as anybody may read of it: neither its trainees nor where exactly it meets. */
export type OpenCohort = {
  id: string
  courseSlug: string
  name: string
  startsOn: string
  endsOn: string | null
  /** IANA name. */
  timeZone: string
  joinFrom: string
  joinUntil: string | null
  /** ISO 8601; without those that were cancelled. */
  sessions: { title: string; startsAt: string; endsAt: string; isOnline: boolean }[]
} & PlaceFacts

/** A lead of a cohort that has not ended, who wants to be named. */
export type Teacher = { courseSlug: string; name: string; line: string }

export type CatalogueFacts = { items: CurrentItem[]; cohorts: OpenCohort[]; teachers: Teacher[] }

/** What is offered today, with the cohorts to come. One statement. */
export async function readCatalogue(kinds: readonly ContentKind[], today: string): Promise<CatalogueFacts> {
  const [facts] = await readRows<CatalogueFacts>(Prisma.sql`
    SELECT (${items(kinds)}) AS items, (${cohorts(today)}) AS cohorts, (${teachers(today)}) AS teachers`)
  return facts ?? { items: [], cohorts: [], teachers: [] }
}

/** Another string whenever anything has changed that a page of the catalogue shows. One statement. */
export async function readCatalogueStamp(today: string): Promise<string> {
  const [row] = await readRows<{ stamp: string }>(Prisma.sql`
    SELECT md5(concat_ws('/', (${items(SHOWN)})::text, (${cohorts(today)})::text, (${teachers(today)})::text)) AS stamp`)
  return row?.stamp ?? ''
}

const SHOWN: readonly ContentKind[] = ['course', 'vignette', 'pathway']

const items = (kinds: readonly ContentKind[]) => Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', ci.id, 'kind', ci.kind, 'slug', ci.slug, 'position', ci.position,
           'isListed', ci.is_listed, 'versionId', ci.current_version_id) ORDER BY ci.kind, ci.position, ci.slug), '[]')
  FROM content_item ci
  WHERE ci.kind::text = ANY(${[...kinds]}) AND ci.is_listed AND ci.current_version_id IS NOT NULL`

const cohorts = (today: string) => Prisma.sql`
  SELECT coalesce(json_agg(o ORDER BY o."startsOn", o.id), '[]') FROM (
    SELECT c.id, co.slug AS "courseSlug", c.name, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
           c.time_zone AS "timeZone", c.join_from::text AS "joinFrom", c.join_until::text AS "joinUntil", c.places,
           (SELECT count(*)::int FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee') AS trainees,
           (SELECT count(*)::int FROM place_wait w WHERE w.cohort_id = c.id AND w.offer_until IS NOT NULL) AS kept, (
             SELECT coalesce(json_agg(json_build_object('title', s.title, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
                      'isOnline', s.place = '' AND s.link <> '') ORDER BY s.starts_at, s.id), '[]')
             FROM live_session s WHERE s.cohort_id = c.id AND s.cancelled_at IS NULL) AS sessions
    FROM cohort c JOIN content_item co ON co.id = c.course_id
    WHERE c.join_from IS NOT NULL AND (c.join_until IS NULL OR c.join_until >= ${today}::date)
      AND (c.ends_on IS NULL OR c.ends_on >= ${today}::date)) o`

const teachers = (today: string) => Prisma.sql`
  SELECT coalesce(json_agg(t ORDER BY lower(t.name), t."courseSlug"), '[]') FROM (
    SELECT DISTINCT co.slug AS "courseSlug", u.name, u.teaching_line AS line
    FROM cohort c JOIN content_item co ON co.id = c.course_id
      JOIN cohort_member m ON m.cohort_id = c.id AND m.part = 'lead' JOIN "user" u ON u.id = m.user_id
    WHERE (c.ends_on IS NULL OR c.ends_on >= ${today}::date) AND u.teaching_line <> '') t`
