import type pg from 'pg'
import { signIn } from './data-set.ts'

/** What the pages are asked with. */
export type ProgressSet = { traineeSession: string; leadSession: string; staffSession: string; cohortPath: string }

const CASES = 4
const SUPERVISION = 40
const CLIPS = 16

/**
 * Fills a migrated database that has its content with a cohort of `trainees`, each with sixty pieces of evidence: four treatments
 * of 24 sessions, forty sessions of supervision that are countersigned but for every tenth, sixteen clips of which half are rated.
 */
export async function fillProgress(client: pg.Client, trainees: number): Promise<ProgressSet> {
  await client.query(PEOPLE, [trainees])
  await client.query(APPROVAL)
  await client.query(CASE_ENTRIES, [CASES])
  await client.query(SUPERVISION_ENTRIES, [SUPERVISION, CASES])
  await client.query(CLIP_ENTRIES, [CLIPS, CASES])
  await client.query(SIGNATURES)
  await client.query(RATINGS)
  await client.query('VACUUM ANALYZE')
  const { rows } = await client.query<{ id: string }>('SELECT id FROM cohort LIMIT 1')
  return {
    traineeSession: await signIn(client, 'trainee-1@bench.example'),
    leadSession: await signIn(client, 'lead@bench.example'),
    staffSession: await signIn(client, 'staff@bench.example'),
    cohortPath: `/cohorts/${rows[0]?.id}/pathway`,
  }
}

const PEOPLE = `
  WITH people AS (
    INSERT INTO "user" (id, email, email_confirmed_at, name, profession)
    SELECT uuidv7(), email, now(), email, 'nurse' FROM (
      SELECT 'trainee-' || n || '@bench.example' AS email FROM generate_series(1, $1::int) n
      UNION ALL SELECT unnest(ARRAY['lead@bench.example', 'staff@bench.example', 'supervisor@bench.example'])) listed
    RETURNING id, email
  ), grants AS (
    INSERT INTO role_grant (id, user_id, role, starts_at)
    SELECT uuidv7(), id, (CASE WHEN email LIKE 'lead%' THEN 'training_lead' WHEN email LIKE 'staff%' THEN 'accreditation_staff'
                          WHEN email LIKE 'supervisor%' THEN 'supervisor'
                          ELSE 'trainee' END)::role, now() - interval '3 years' FROM people
  ), cohorts AS (
    INSERT INTO cohort (id, name, course_id, starts_on)
    SELECT uuidv7(), 'Leeds', id, now() FROM content_item WHERE kind = 'course' ORDER BY position LIMIT 1 RETURNING id
  )
  INSERT INTO cohort_member (cohort_id, user_id, part, joined_at)
  SELECT cohorts.id, people.id, (CASE WHEN email LIKE 'lead%' THEN 'lead' ELSE 'trainee' END)::cohort_part, now()
  FROM cohorts, people WHERE email LIKE 'lead%' OR email LIKE 'trainee%'`

const APPROVAL = `
  INSERT INTO supervisor_approval (id, user_id, starts_on, approved_by_id, approved_at)
  SELECT uuidv7(), id, now() - interval '3 years', id, now() FROM "user" WHERE email = 'supervisor@bench.example'`

/** Entries of one kind for every trainee, each with its one version. */
const entries = (kind: string, columns: { code?: string; caseId?: string; day: string; body: string }) => `
  WITH made AS (
    INSERT INTO portfolio_entry (id, owner_id, kind, code, case_id, occurred_on, created_at)
    SELECT uuidv7(), u.id, '${kind}', ${columns.code ?? 'NULL'}, ${columns.caseId ?? 'NULL'}, ${columns.day}, now() - interval '10 days'
    FROM "user" u CROSS JOIN generate_series(1, $1::int) n WHERE u.email LIKE 'trainee-%'
    RETURNING id, owner_id, code, case_id, occurred_on AS day
  ), numbered AS (SELECT *, row_number() OVER (PARTITION BY owner_id ORDER BY id)::int AS n FROM made)
  INSERT INTO portfolio_version (entry_id, number, body, digest, made_at)
  SELECT id, 1, ${columns.body}, md5(id::text), now() - interval '10 days' FROM numbered`

const SUPERVISOR = `(SELECT id FROM "user" WHERE email = 'supervisor@bench.example')`

const CASE_ENTRIES = entries('case', {
  code: `'C' || n`,
  day: `(now() - interval '2 years')::date`,
  body: `jsonb_build_object('modality', 'individual', 'ageBand', '25-34', 'diagnosis', 'borderline', 'diagnosticSystem', 'ICD-11',
    'diagnosedBy', 'psychiatrist', 'isPrimaryIntervention', true, 'startedOn', to_char(day, 'YYYY-MM-DD'), 'endedOn', NULL,
    'isEndedEarly', false, 'sessions', (SELECT jsonb_agg(jsonb_build_object('on', to_char(day + 7 * s, 'YYYY-MM-DD'), 'minutes', 50))
                                        FROM generate_series(0, 23) s))`,
})

/** One of the trainee's own cases, in turn. */
const caseOf = (owner: string) =>
  `(SELECT c.id FROM portfolio_entry c WHERE c.owner_id = ${owner} AND c.code = 'C' || (1 + n % $2::int))`

const SUPERVISION_ENTRIES = entries('supervision', {
  day: `(now() - interval '2 years')::date + 7 * n`,
  body: `jsonb_build_object('on', to_char(day, 'YYYY-MM-DD'), 'startsAt', '16:00', 'timeZone', 'Europe/London', 'minutes', 60,
    'mode', 'individual', 'supervisees', 1, 'caseIds', jsonb_build_array(${caseOf('numbered.owner_id')}), 'supervisorId', ${SUPERVISOR},
    'takenAway', 'To slow down before asking why.')`,
})

const CLIP_ENTRIES = entries('clip', {
  caseId: caseOf('u.id'),
  day: `(now() - interval '1 year')::date + n`,
  body: `jsonb_build_object('sessionNumber', 1 + n / $2::int, 'heldOn', to_char(day, 'YYYY-MM-DD'), 'minutes', 15, 'media', 'video',
    'isConsentAttested', true, 'consentScope', 'supervision', 'destroyBy', '2100-01-01', 'destroyedOn', NULL,
    'supervisorId', ${SUPERVISOR})`,
})

const SIGNATURES = `
  INSERT INTO countersigning (id, entry_id, version, digest, supervisor_id, requested_at, answer, answered_at, answered_via)
  SELECT uuidv7(), e.id, 1, v.digest, ${SUPERVISOR}, now() - interval '9 days', 'signed', now() - interval '8 days', 'account'
  FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id
  WHERE e.kind IN ('case', 'supervision') AND ascii(right(e.id::text, 1)) % 10 > 0`

const RATINGS = `
  INSERT INTO clip_rating (id, entry_id, version, supervisor_id, ratings, rated_at)
  SELECT uuidv7(), e.id, 1, ${SUPERVISOR}, '{}', now() - interval '7 days'
  FROM portfolio_entry e WHERE e.kind = 'clip' AND ascii(right(e.id::text, 1)) % 2 > 0`
