import type { Day } from '#app/domain/portfolio/entry.ts'
import { Prisma } from './client.server.ts'
import { leavesOf, type ReadLeave } from './leaves.server.ts'
import { isUnsettled } from './places.server.ts'
import { type TargetCohort, targetsOf } from './transfers.server.ts'

/** A cohort as somebody who may come into it sees it. */
export type OpenCohort = {
  id: string
  name: string
  startsOn: Day
  endsOn: Day | null
  timeZone: string
  joinFrom: Day | null
  joinUntil: Day | null
  places: number | null
  trainees: number
  kept: number
  isMember: boolean
  /** Their place in the line, from 1; null where they do not wait or hold an offer. */
  position: number | null
  offerUntil: string | null
  isAccepted: boolean
  isUnsettled: boolean
  /** Theirs from this cohort. */
  leaves: ReadLeave[]
  /** Where they may ask to go over to. */
  targets: TargetCohort[]
  /** The cohort that they have asked to go over to; nobody has answered. */
  wishedFor: string | null
}

/** The cohorts of a course that somebody is in, waits for, or may join on some day, as JSON. To be used where `ci` is the course. */
export const cohortsFor = (userId: string, now: Date) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'timeZone', c.time_zone,
    'joinFrom', c.join_from, 'joinUntil', c.join_until, 'places', c.places,
    'trainees', (SELECT count(*) FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee'),
    'kept', (SELECT count(*) FROM place_wait w WHERE w.cohort_id = c.id AND w.offer_until > ${now}::timestamptz),
    'isMember', om.user_id IS NOT NULL,
    'position', CASE WHEN own.user_id IS NOT NULL AND own.offer_until IS NULL THEN
       (SELECT count(*) FROM place_wait w WHERE w.cohort_id = c.id AND w.offer_until IS NULL AND (w.since, w.user_id) <= (own.since, own.user_id)) END,
    'offerUntil', own.offer_until, 'isAccepted', own.accepted_at IS NOT NULL, 'isUnsettled', ${isUnsettled(now)},
    'leaves', ${leavesOf(Prisma.sql`${userId}::uuid`, Prisma.sql`c.id`)}, 'targets', ${targetsOf(now)},
    'wishedFor', (SELECT o.name FROM transfer_wish t JOIN cohort o ON o.id = t.to_cohort_id
                  WHERE t.cohort_id = c.id AND t.user_id = ${userId}::uuid AND t.answer IS NULL ORDER BY t.asked_at LIMIT 1))
    ORDER BY c.starts_on, c.id)
  FROM cohort c
    LEFT JOIN cohort_member om ON om.cohort_id = c.id AND om.user_id = ${userId}::uuid
    LEFT JOIN place_wait own ON own.cohort_id = c.id AND own.user_id = ${userId}::uuid
  WHERE c.course_id = ci.id AND (om.part = 'trainee' OR own.user_id IS NOT NULL OR (om.user_id IS NULL AND c.join_from IS NOT NULL
    AND (c.join_until IS NULL OR c.join_until >= (${now}::timestamptz AT TIME ZONE c.time_zone)::date)))), '[]')`
