import type { ClipLevels } from '#app/domain/portfolio/clip-domains.ts'
import type { ReflectionBody } from '#app/domain/portfolio/entry.ts'
import { Prisma, readRows } from './client.server.ts'
import { whatIsRated } from './portfolio.server.ts'

export type RatedClip = {
  clipId: string
  supervisor: string
  ratings: Partial<ClipLevels>
  instrument: string
  totals: Record<string, number>
  /** Where the owner lives. */
  on: string
}

/** What facts name by an id, as people name it. */
export type BesideFacts = {
  person: { name: string; profession: string; regulator: string; registrationNumber: string; employer: string }
  supervisors: { id: string; name: string }[]
  providers: { id: string; name: string }[]
  /** Of courses and vignettes; `cpdHours` as a course states them, `activeSeconds` as they were measured in its lessons. */
  titles: { slug: string; kind: 'course' | 'vignette'; title: string; cpdHours: number | null; activeSeconds: number }[]
  /** Ratings of what the clips say, the earliest first. */
  ratings: RatedClip[]
  /** Of those that are not erased. */
  reflections: ({ id: string } & ReflectionBody)[]
}

export type EntryVersion = { id: string; version: number }

/**
 * What has to stand beside somebody's evidence so that it can be read by another person. One statement.
 * @param versions which versions of the entries are meant; absent: those in force.
 */
export async function readBesideFacts(userId: string, versions?: readonly EntryVersion[]): Promise<BesideFacts> {
  const meant = versions
    ? frozen(versions)
    : Prisma.sql`SELECT id, version FROM portfolio_entry WHERE removed_at IS NULL`
  const [row] = await readRows<BesideFacts>(Prisma.sql`
    WITH meant AS (${meant}), entry AS (
      SELECT e.id, e.kind, v.body FROM portfolio_entry e JOIN meant m ON m.id = e.id
        JOIN portfolio_version v ON v.entry_id = e.id AND v.number = m.version AND v.erased_at IS NULL
      WHERE e.owner_id = ${userId}::uuid)
    SELECT json_build_object('name', u.name, 'profession', u.profession, 'regulator', u.regulator,
             'registrationNumber', u.registration_number, 'employer', u.employer) AS person,
           (${ratings}) AS ratings,
           (SELECT coalesce(json_agg(e.body || jsonb_build_object('id', e.id) ORDER BY e.body ->> 'on', e.id), '[]')
            FROM entry e WHERE e.kind = 'reflection') AS reflections,
           (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name)), '[]') FROM "user" s
            WHERE EXISTS (SELECT 1 FROM supervisor_approval a WHERE a.user_id = s.id)) AS supervisors,
           (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]') FROM provider p
            WHERE p.id::text IN (SELECT e.body ->> 'providerId' FROM entry e)) AS providers,
           (SELECT coalesce(json_agg(json_build_object('slug', i.slug, 'kind', i.kind, 'title', c.body ->> 'title',
             'cpdHours', (c.body ->> 'cpdHours')::float, 'activeSeconds', (
               SELECT coalesce(sum(lr.active_seconds), 0) FROM lesson_reading lr JOIN enrolment e ON e.id = lr.enrolment_id
               WHERE e.user_id = u.id AND e.course_id = i.id))), '[]')
            FROM content_item i JOIN content_version c ON c.id = i.current_version_id
            WHERE i.kind IN ('course', 'vignette')) AS titles
    FROM "user" u WHERE u.id = ${userId}::uuid`)
  if (!row) throw new Response('There is no such person.', { status: 404 })
  return row
}

const frozen = (versions: readonly EntryVersion[]) => Prisma.sql`
  SELECT m.id, m.version FROM jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) AS m(id uuid, version int)`

const ratings = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('clipId', r.entry_id, 'supervisor', s.name, 'ratings', r.ratings, 'instrument', r.instrument,
           'totals', r.totals, 'on', to_char(r.rated_at AT TIME ZONE u.time_zone, 'YYYY-MM-DD')) ORDER BY r.rated_at, r.id), '[]')
  FROM clip_rating r JOIN entry e ON e.id = r.entry_id JOIN "user" s ON s.id = r.supervisor_id
    JOIN portfolio_version rated ON rated.entry_id = r.entry_id AND rated.number = r.version
  WHERE ${whatIsRated(Prisma.sql`rated.body`)} = ${whatIsRated(Prisma.sql`e.body`)}`
