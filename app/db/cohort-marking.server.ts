import { Prisma, readRows } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { isMarkerNow } from './conflicts.server.ts'
import type { AdoptedPolicy } from './marking-policies.server.ts'

type ScriptCounts = { waiting: number; allocated: number; begun: number; locked: number }

export type MarkerLoad = Omit<ScriptCounts, 'waiting'> & {
  userId: string
  name: string
  /** Whether they hold the role at this moment. Whoever does not and has scripts is listed too. */
  isMarker: boolean
}

export type VignetteLoad = ScriptCounts & { id: string; slug: string; title: string }

export type CohortMarking = {
  id: string
  name: string
  /** The one in force first; empty where none was adopted. */
  policies: AdoptedPolicy[]
  markers: MarkerLoad[]
  vignettes: VignetteLoad[]
}

/** Benchmarks are not the cohort's: a lead who marks would read from their number which scripts these are. */
const scriptsOfCohort = Prisma.sql`
  SELECT al.vignette_id, al.marker_id, count(*)::int AS count,
         CASE WHEN al.state = 'waiting' AND al.marker_id IS NOT NULL THEN 'allocated' ELSE al.state::text END AS place
  FROM allocation al
  WHERE al.cohort_id = (SELECT id FROM found) AND al.state <> 'void' AND al.purpose <> 'gold'
  GROUP BY 1, 2, 4`

const counts = (...places: (keyof ScriptCounts)[]) =>
  Prisma.join(
    places.map((place) => {
      const name = Prisma.raw(`'${place}'`)
      return Prisma.sql`${name}, coalesce(sum(s.count) FILTER (WHERE s.place = ${name}), 0)`
    }),
  )

/** How a cohort's answers are marked and who has how many of them; nobody's name but the markers'. One statement. */
export async function readCohortMarking(
  cohortId: string,
  reach: CohortReach,
  now: Date,
): Promise<CohortMarking | undefined> {
  const [cohort] = await readRows<CohortMarking>(Prisma.sql`
    WITH found AS MATERIALIZED (SELECT c.id, c.name FROM cohort c WHERE c.id::text = ${cohortId} AND ${isInReach(reach)}),
    script AS MATERIALIZED (${scriptsOfCohort})
    SELECT found.id, found.name,
      (SELECT coalesce(json_agg(json_build_object('version', p.version, 'policy', p.policy, 'adoptedBy', u.name,
                'adoptedAt', p.adopted_at) ORDER BY p.version DESC), '[]')
       FROM marking_policy p JOIN "user" u ON u.id = p.adopted_by_id WHERE p.cohort_id = found.id) AS policies,
      (SELECT coalesce(json_agg(m ORDER BY lower(m ->> 'name'), m ->> 'userId'), '[]') FROM (
         SELECT json_build_object('userId', u.id, 'name', u.name, 'isMarker', ${isMarkerNow(Prisma.sql`u.id`, now)},
                                  ${counts('allocated', 'begun', 'locked')}) AS m
         FROM "user" u LEFT JOIN script s ON s.marker_id = u.id
         WHERE s.marker_id IS NOT NULL OR ${isMarkerNow(Prisma.sql`u.id`, now)}
         GROUP BY u.id) markers) AS markers,
      (SELECT coalesce(json_agg(v ORDER BY v ->> 'title'), '[]') FROM (
         SELECT json_build_object('id', i.id, 'slug', i.slug, 'title', cv.body ->> 'title',
                                  ${counts('waiting', 'allocated', 'begun', 'locked')}) AS v
         FROM script s JOIN content_item i ON i.id = s.vignette_id JOIN content_version cv ON cv.id = i.current_version_id
         GROUP BY i.id, cv.id) vignettes) AS vignettes
    FROM found`)
  return cohort
}
