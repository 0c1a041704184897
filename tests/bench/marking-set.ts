import type pg from 'pg'
import { signIn } from './data-set.ts'

/** What a marker's pages are asked with. */
export type MarkingSet = { session: string; begunPath: string }

const LEADS = 5

/**
 * Fills a migrated database that has its content with one cohort that has handed in `scripts` answers to one vignette: three tenths
 * of them locked by five leads, a tenth allocated to them and not begun, one in ten for a second marker, the rest for anybody.
 * The first lead has begun three.
 */
export async function fillCohort(client: pg.Client, scripts: number): Promise<MarkingSet> {
  await client.query(COHORT, [LEADS])
  await client.query(ATTEMPTS, [scripts, ANSWER])
  await client.query(ALLOCATIONS, [LEADS])
  await client.query(MARKS)
  await client.query('VACUUM ANALYZE')
  const { rows } = await client.query<{ code: string }>("SELECT code FROM allocation WHERE state = 'begun' LIMIT 1")
  return { session: await signIn(client, 'lead-1@bench.example'), begunPath: `/marking/${rows[0]?.code}` }
}

const ANSWER = JSON.stringify({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'I would stay with what it was like. '.repeat(20) }] },
  ],
})

const COHORT = `
  WITH people AS (
    INSERT INTO "user" (id, email, email_confirmed_at, name, profession)
    SELECT uuidv7(), 'lead-' || n || '@bench.example', now(), 'Lead ' || n, 'psychologist' FROM generate_series(1, $1::int) n
    RETURNING id
  ), grants AS (
    INSERT INTO role_grant (id, user_id, role, starts_at) SELECT uuidv7(), id, 'training_lead', now() - interval '1 year' FROM people
  ), cohorts AS (
    INSERT INTO cohort (id, name, course_id, starts_on)
    SELECT uuidv7(), 'Leeds', id, now() FROM content_item WHERE kind = 'course' ORDER BY position LIMIT 1 RETURNING id
  )
  INSERT INTO cohort_member (cohort_id, user_id, part, joined_at) SELECT cohorts.id, people.id, 'lead', now() FROM cohorts, people`

const ATTEMPTS = `
  WITH people AS (
    INSERT INTO "user" (id, email, email_confirmed_at, name, profession)
    SELECT uuidv7(), 'trainee-' || n || '@bench.example', now(), 'Person ' || n, 'nurse' FROM generate_series(1, $1::int) n
    RETURNING id
  ), members AS (
    INSERT INTO cohort_member (cohort_id, user_id, part, joined_at) SELECT c.id, p.id, 'trainee', now() FROM cohort c, people p
  ), vignette AS (
    SELECT i.id, i.current_version_id AS version, r.current_version_id AS rubric, v.body
    FROM content_item i JOIN content_version v ON v.id = i.current_version_id
    JOIN content_item r ON r.kind = 'rubric' AND r.slug = v.body ->> 'rubric'
    WHERE i.kind = 'vignette' AND v.body ? 'prompts' ORDER BY i.slug LIMIT 1
  )
  INSERT INTO attempt (id, user_id, vignette_id, vignette_version_id, rubric_version_id, number, state, opened_at, submitted_at,
                       answers, declaration, cohort_id)
  SELECT uuidv7(), p.id, v.id, v.version, v.rubric, 1, 'submitted', now() - interval '20 days', now() - interval '19 days',
         (SELECT jsonb_object_agg(prompt ->> 'id', $2::jsonb) FROM jsonb_array_elements(v.body -> 'prompts') prompt),
         'My own work.', (SELECT id FROM cohort)
  FROM people p CROSS JOIN vignette v`

const ALLOCATIONS = `
  WITH numbered AS (
    SELECT a.id, a.vignette_id, a.cohort_id, row_number() OVER (ORDER BY md5(a.id::text)) AS n FROM attempt a
  ), dealt AS (
    SELECT numbered.*, CASE WHEN n <= 3 THEN 'begun' WHEN n % 10 IN (1, 2, 3) THEN 'locked' ELSE 'waiting' END AS state,
           CASE WHEN n <= 3 THEN 1 WHEN n % 10 IN (1, 2, 3, 4) THEN 1 + (n / 10) % $1::int END AS lead
    FROM numbered
  ), firsts AS (
    INSERT INTO allocation (id, attempt_id, vignette_id, cohort_id, code, state, marker_id, claimed_at)
    SELECT uuidv7(), d.id, d.vignette_id, d.cohort_id, upper(substr(md5(random()::text || d.id), 1, 16)), d.state::allocation_state,
           (SELECT id FROM "user" WHERE email = 'lead-' || d.lead || '@bench.example'), now()
    FROM dealt d
  )
  INSERT INTO allocation (id, attempt_id, vignette_id, cohort_id, code, purpose)
  SELECT uuidv7(), id, vignette_id, cohort_id, upper(substr(md5(random()::text || id), 1, 16)), 'second'
  FROM dealt WHERE n % 10 IN (3, 6)`

const MARKS = `
  INSERT INTO mark (id, allocation_id, marker_id, ratings, global_level, comment, critical_errors, has_passed, rubric_version_id, locked_at)
  SELECT uuidv7(), al.id, al.marker_id, '{}', 4, 'Clear and kind.', '{}', true, a.rubric_version_id, now()
  FROM allocation al JOIN attempt a ON a.id = al.attempt_id WHERE al.state = 'locked'`
