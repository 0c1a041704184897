import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'

export type DataSet = {
  trainees: number
  /** Cookie values of people who are signed in. */
  traineeSession: string
  markerSession: string
  certificateNumber: string
  lessonPath: string
}

const ANSWER = JSON.stringify({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'I would stay with what it was like. '.repeat(20) }] },
  ],
})

/**
 * Fills a migrated database that has its content with `trainees` people in the states of a busy programme: each on three
 * courses, most of the first read, seven in ten with a script, a third of these marked, half with a certificate.
 */
export async function fillDataSet(client: pg.Client, trainees: number): Promise<DataSet> {
  await client.query(PEOPLE, [trainees])
  await client.query(LEARNING)
  await client.query(SCRIPTS, [ANSWER])
  await client.query(MARKS)
  await client.query(CERTIFICATES, [numbers(trainees)])
  await client.query('ANALYZE')
  return {
    trainees,
    traineeSession: await signIn(client, 'trainee-1@bench.example'),
    markerSession: await signIn(client, 'lead-1@bench.example'),
    certificateNumber: await firstCertificateNumber(client),
    lessonPath: await longestLessonPath(client),
  }
}

const numbers = (count: number) =>
  Array.from({ length: count }, () => certificateNumber(randomBytes(CERTIFICATE_RANDOM_BYTES)))

const PEOPLE = `
  WITH numbered AS (
    SELECT 'trainee' AS role, n FROM generate_series(1, $1::int) n
    UNION ALL SELECT 'training_lead', n FROM generate_series(1, 5) n
  ), people AS (
    INSERT INTO "user" (id, email, email_confirmed_at, name, profession)
    SELECT uuidv7(), CASE role WHEN 'trainee' THEN 'trainee-' ELSE 'lead-' END || n || '@bench.example', now(),
           'Person ' || n, (ARRAY['psychiatrist', 'psychologist', 'counsellor', 'nurse'])[1 + n % 4]::profession
    FROM numbered RETURNING id, email
  )
  INSERT INTO role_grant (id, user_id, role, starts_at)
  SELECT uuidv7(), id, (CASE WHEN email LIKE 'lead%' THEN 'training_lead' ELSE 'trainee' END)::role, now() - interval '1 year'
  FROM people`

const LEARNING = `
  WITH enrolled AS (
    INSERT INTO enrolment (id, user_id, course_id, enrolled_at)
    SELECT uuidv7(), u.id, c.id, now() - interval '90 days'
    FROM "user" u CROSS JOIN content_item c WHERE u.email LIKE 'trainee-%' AND c.kind = 'course'
    RETURNING id, course_id
  ), reads AS (
    INSERT INTO lesson_read (enrolment_id, lesson_slug, course_version_id, read_at)
    SELECT e.id, lesson ->> 'slug', v.id, now() - interval '60 days'
    FROM enrolled e JOIN content_item c ON c.id = e.course_id JOIN content_version v ON v.id = c.current_version_id
    CROSS JOIN LATERAL jsonb_array_elements(v.body -> 'lessons') WITH ORDINALITY AS l (lesson, place)
    WHERE place <= 4
  )
  INSERT INTO question_answer (id, enrolment_id, question_id, course_version_id, chosen, is_correct, answered_at)
  SELECT uuidv7(), e.id, question ->> 'id', v.id, ARRAY['a'], place % 3 > 0, now() - interval '50 days'
  FROM enrolled e JOIN content_item c ON c.id = e.course_id JOIN content_version v ON v.id = c.current_version_id
  CROSS JOIN LATERAL jsonb_array_elements(v.body -> 'questions') WITH ORDINALITY AS q (question, place)
  WHERE place <= 6`

const SCRIPTS = `
  WITH vignette AS (
    SELECT i.id, i.current_version_id AS version, r.current_version_id AS rubric, v.body
    FROM content_item i JOIN content_version v ON v.id = i.current_version_id
    JOIN content_item r ON r.kind = 'rubric' AND r.slug = v.body ->> 'rubric'
    WHERE i.kind = 'vignette' AND v.body ? 'prompts' ORDER BY i.slug DESC LIMIT 1
  ), attempts AS (
    INSERT INTO attempt (id, user_id, vignette_id, vignette_version_id, rubric_version_id, number, state, opened_at, submitted_at, answers, declaration)
    SELECT uuidv7(), u.id, vignette.id, vignette.version, vignette.rubric, 1, 'submitted', now() - interval '20 days',
           now() - interval '19 days',
           (SELECT jsonb_object_agg(prompt ->> 'id', $1::jsonb) FROM jsonb_array_elements(vignette.body -> 'prompts') prompt),
           'My own work.'
    FROM "user" u CROSS JOIN vignette WHERE u.email LIKE 'trainee-%' AND right(u.email, 15) ~ '[0-6]@'
    RETURNING id, vignette_id
  )
  INSERT INTO allocation (id, attempt_id, vignette_id, code)
  SELECT uuidv7(), id, vignette_id, upper(substr(md5(id::text), 1, 16)) FROM attempts`

const MARKS = `
  WITH marker AS (SELECT id FROM "user" WHERE email = 'lead-1@bench.example'), claimed AS (
    UPDATE allocation SET marker_id = (SELECT id FROM marker), state = 'locked', claimed_at = now()
    WHERE id IN (SELECT id FROM allocation ORDER BY code LIMIT (SELECT count(*) / 3 FROM allocation)) RETURNING id, attempt_id
  )
  INSERT INTO mark (id, allocation_id, marker_id, ratings, global_level, comment, critical_errors, has_passed, rubric_version_id, locked_at)
  SELECT uuidv7(), claimed.id, (SELECT id FROM marker), '{}', 4, 'Clear and kind.', '{}', true, a.rubric_version_id, now()
  FROM claimed JOIN attempt a ON a.id = claimed.attempt_id`

const CERTIFICATES = `
  INSERT INTO certificate (id, number, user_id, enrolment_id, course_version_id, holder_name, course_title, course_format,
                           cpd_hours, started_at, completed_at, issued_at, issued_by_id)
  SELECT uuidv7(), ($1::text[])[row_number() OVER ()], e.user_id, e.id, c.current_version_id, u.name, 'A course', 'Online', 3,
         now() - interval '90 days', now() - interval '30 days', now() - interval '20 days', u.id
  FROM enrolment e JOIN "user" u ON u.id = e.user_id JOIN content_item c ON c.id = e.course_id
  WHERE c.position = (SELECT min(position) FROM content_item WHERE kind = 'course') AND right(u.email, 15) ~ '[0-4]@'`

/** A session as the application itself stores it: only the hash of what the cookie carries. */
export async function signIn(client: pg.Client, email: string): Promise<string> {
  const secret = randomBytes(25).toString('hex').slice(0, 40)
  await client.query(
    `INSERT INTO session (id, user_id, expires_at) SELECT $1, id, now() + interval '8 hours' FROM "user" WHERE email = $2`,
    [createHash('sha256').update(secret).digest('hex'), email],
  )
  return secret
}

async function firstCertificateNumber(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ number: string }>('SELECT number FROM certificate ORDER BY number LIMIT 1')
  return rows[0]?.number ?? ''
}

async function longestLessonPath(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ course: string; lesson: string }>(`
    SELECT i.slug AS course, lesson ->> 'slug' AS lesson
    FROM content_item i JOIN content_version v ON v.id = i.current_version_id
    CROSS JOIN LATERAL jsonb_array_elements(v.body -> 'lessons') lesson
    WHERE i.kind = 'course' ORDER BY length(lesson ->> 'markdown') DESC LIMIT 1`)
  return `/learn/${rows[0]?.course}/${rows[0]?.lesson}`
}
