import type pg from 'pg'

/** Where the agreement of a bench cohort is seen. */
export type AgreementSet = { agreementPath: string }

const MARKERS = 5

/**
 * Adds as many double-marked, released answers to another vignette of the cohort's course, marked by five people who mark nothing else, so that the
 * queue of the leads stays what it was.
 */
export async function fillDoubleMarks(client: pg.Client): Promise<AgreementSet> {
  await client.query(COURSE)
  await client.query(PEOPLE, [MARKERS])
  await client.query(ATTEMPTS)
  await client.query(ALLOCATIONS, [MARKERS])
  await client.query(MARKS)
  await client.query('VACUUM ANALYZE')
  const { rows } = await client.query<{ path: string }>(ADDRESS)
  return { agreementPath: rows[0]?.path ?? '' }
}

/** One that has a vignette that people mark, and that nobody has answered. */
const COURSE = `
  UPDATE cohort SET course_id = (
    SELECT ci.id FROM content_item ci JOIN content_version cv ON cv.id = ci.current_version_id
      JOIN content_item i ON i.kind = 'vignette' AND cv.body -> 'vignettes' ? i.slug
      JOIN content_version v ON v.id = i.current_version_id
    WHERE ci.kind = 'course' AND v.body ? 'rubric' AND i.id NOT IN (SELECT vignette_id FROM attempt)
    ORDER BY ci.position, i.slug LIMIT 1)`

const PEOPLE = `
  INSERT INTO "user" (id, email, email_confirmed_at, name, profession)
  SELECT uuidv7(), 'marker-' || n || '@bench.example', now(), 'Marker ' || n, 'psychologist' FROM generate_series(0, $1::int - 1) n`

const ATTEMPTS = `
  WITH vignette AS (
    SELECT i.id, i.current_version_id AS version, r.current_version_id AS rubric
    FROM content_item i JOIN content_version v ON v.id = i.current_version_id
    JOIN content_item r ON r.kind = 'rubric' AND r.slug = v.body ->> 'rubric'
    JOIN cohort ON true JOIN content_item ci ON ci.id = cohort.course_id JOIN content_version cv ON cv.id = ci.current_version_id
    WHERE i.kind = 'vignette' AND cv.body -> 'vignettes' ? i.slug AND i.id NOT IN (SELECT vignette_id FROM attempt)
    ORDER BY i.slug LIMIT 1
  )
  INSERT INTO attempt (id, user_id, vignette_id, vignette_version_id, rubric_version_id, number, state, opened_at, submitted_at,
                       released_at, cohort_id, double_marking, has_passed)
  SELECT uuidv7(), u.id, v.id, v.version, v.rubric, 1, 'released', now() - interval '20 days', now() - interval '19 days', now(),
         (SELECT id FROM cohort), 'all', true
  FROM "user" u CROSS JOIN vignette v WHERE u.email LIKE 'trainee-%@bench.example'`

const ALLOCATIONS = `
  WITH numbered AS (
    SELECT a.id, a.vignette_id, a.cohort_id, row_number() OVER (ORDER BY md5(a.id::text))::int AS n
    FROM attempt a WHERE a.double_marking = 'all'
  )
  INSERT INTO allocation (id, attempt_id, vignette_id, cohort_id, code, purpose, state, marker_id)
  SELECT uuidv7(), d.id, d.vignette_id, d.cohort_id, upper(substr(md5(random()::text || d.id || purpose), 1, 16)),
         purpose::allocation_purpose, 'locked',
         (SELECT u.id FROM "user" u WHERE u.email = 'marker-' || (d.n + CASE purpose WHEN 'first' THEN 0 ELSE 1 + d.n / 7 % ($1::int - 1) END) % $1::int
                                              || '@bench.example')
  FROM numbered d CROSS JOIN unnest(ARRAY['first', 'second']) purpose`

/** The two marks of a script lie around a level of its own. */
const MARKS = `
  WITH given AS (
    SELECT al.id, al.marker_id, a.rubric_version_id, 2 + abs(hashtext(a.id::text)) % 4 AS own, r.body
    FROM allocation al JOIN attempt a ON a.id = al.attempt_id JOIN content_version r ON r.id = a.rubric_version_id
    WHERE a.double_marking = 'all'
  )
  INSERT INTO mark (id, allocation_id, marker_id, ratings, global_level, comment, critical_errors, has_passed, rubric_version_id, locked_at)
  SELECT uuidv7(), g.id, g.marker_id,
         (SELECT jsonb_object_agg(c ->> 'id', jsonb_build_object('level', g.own + floor(random() * 3)::int, 'comment', ''))
          FROM jsonb_array_elements(g.body -> 'criteria') c),
         g.own + floor(random() * 3)::int, 'Clear and kind.', '{}', true, g.rubric_version_id, now() - random() * interval '9 days'
  FROM given g`

const ADDRESS = `
  SELECT '/cohorts/' || a.cohort_id || '/agreement?vignette=' || i.slug AS path
  FROM attempt a JOIN content_item i ON i.id = a.vignette_id WHERE a.double_marking = 'all' LIMIT 1`
