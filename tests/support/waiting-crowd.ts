import { createHash } from 'node:crypto'

/** What the cookies of the two carry whom `waitingCrowd` signs in. */
export const SECRETS = { grace: 'a secret of grace', root: 'a secret of root' }

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** In a database of a process of its own: an officer, an administrator, and so many people who have completed a course and wait. */
export const waitingCrowd = (count: number) => `
  WITH staff AS (
    INSERT INTO "user" (id, name, email, profession, email_confirmed_at)
    VALUES (gen_random_uuid(), 'Grace', 'grace@people.example', 'nurse', now()),
           (gen_random_uuid(), 'Root', 'root@people.example', 'nurse', now())
    RETURNING id, name
  ), granted AS (
    INSERT INTO role_grant (id, user_id, role)
    SELECT gen_random_uuid(), id, (CASE name WHEN 'Grace' THEN 'accreditation_staff' ELSE 'administrator' END)::role FROM staff
  ), signed_in AS (
    INSERT INTO session (id, user_id, expires_at)
    SELECT CASE name WHEN 'Grace' THEN '${hashOf(SECRETS.grace)}' ELSE '${hashOf(SECRETS.root)}' END, id, now() + interval '1 hour'
    FROM staff
  ), crowd AS (
    INSERT INTO "user" (id, name, email, profession, email_confirmed_at)
    SELECT gen_random_uuid(), 'Person ' || n, 'person-' || n || '@people.example', 'nurse', now() FROM generate_series(1, ${count}) n
    RETURNING id
  )
  INSERT INTO enrolment (id, user_id, course_id, enrolled_at, completed_at)
  SELECT gen_random_uuid(), crowd.id, (SELECT id FROM content_item WHERE kind = 'course' ORDER BY position LIMIT 1),
         now() - interval '9 days', now() - interval '1 day' FROM crowd`

/** Asks a running installation as one of the two; a form is sent as a page of ours sends it. */
export const askAs = (
  url: string,
  who: keyof typeof SECRETS,
  address: string,
  form?: URLSearchParams,
): Promise<Response> =>
  fetch(`${url}${address}`, {
    redirect: 'manual',
    headers: { cookie: `stance=${SECRETS[who]}`, origin: url },
    ...(form && { method: 'POST', body: form }),
  })

/** Looks at the preview of all who wait and confirms it, as a browser without scripts does. @returns the batch's id. */
export async function confirmBatch(url: string): Promise<string> {
  const page = await (await askAs(url, 'grace', '/accreditation/issue-all')).text()
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const form = new URLSearchParams({ id: field('id'), seen: field('seen'), course: '', name: '' })
  const answer = await askAs(url, 'grace', '/accreditation/issue-all', form)
  if (answer.headers.get('Location') !== `/accreditation/batches/${field('id')}`)
    throw new Error(`The batch was not begun: ${answer.status}`)
  return field('id')
}
