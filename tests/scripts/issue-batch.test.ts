import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { emptyDatabase, query, withTestServer } from './support/databases.ts'
import { projectFolder } from './support/folders.ts'
import { until } from './support/processes.ts'
import { type Serving, serve } from './support/serving.ts'

withTestServer()

const COUNT = 120
const READY = 'Stance is running at http://localhost:'
const SECRETS = { grace: 'a secret of grace', root: 'a secret of root' }

let mail: MailServer
beforeEach(async () => {
  mail = await startMailServer()
})
afterEach(() => mail.stop())

/** An officer, an administrator, and people who have completed a course and wait. */
const peopleSql = `
  WITH staff AS (
    INSERT INTO "user" (id, name, email, profession, email_confirmed_at)
    VALUES (gen_random_uuid(), 'Grace', 'grace@people.example', 'nurse', now()), (gen_random_uuid(), 'Root', 'root@people.example', 'nurse', now())
    RETURNING id, name
  ), granted AS (
    INSERT INTO role_grant (id, user_id, role)
    SELECT gen_random_uuid(), id, (CASE name WHEN 'Grace' THEN 'accreditation_staff' ELSE 'administrator' END)::role FROM staff
  ), signed_in AS (
    INSERT INTO session (id, user_id, expires_at)
    SELECT CASE name WHEN 'Grace' THEN '${hashOf(SECRETS.grace)}' ELSE '${hashOf(SECRETS.root)}' END, id, now() + interval '1 hour' FROM staff
  ), crowd AS (
    INSERT INTO "user" (id, name, email, profession, email_confirmed_at)
    SELECT gen_random_uuid(), 'Person ' || n, 'person-' || n || '@people.example', 'nurse', now() FROM generate_series(1, ${COUNT}) n
    RETURNING id
  )
  INSERT INTO enrolment (id, user_id, course_id, enrolled_at, completed_at)
  SELECT gen_random_uuid(), crowd.id, (SELECT id FROM content_item WHERE kind = 'course' ORDER BY position LIMIT 1),
         now() - interval '9 days', now() - interval '1 day' FROM crowd`

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

const ask = ({ url }: Serving, who: keyof typeof SECRETS, address: string, form?: URLSearchParams) =>
  fetch(`${url}${address}`, {
    redirect: 'manual',
    headers: { cookie: `stance=${SECRETS[who]}`, origin: url },
    ...(form && { method: 'POST', body: form }),
  })

/** Looks at the preview and confirms it, as a browser without scripts does. */
async function beginBatch(stance: Serving): Promise<string> {
  const page = await (await ask(stance, 'grace', '/accreditation/issue-all')).text()
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const form = new URLSearchParams({ id: field('id'), seen: field('seen'), course: '', name: '' })
  const answer = await ask(stance, 'grace', '/accreditation/issue-all', form)
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/accreditation/batches/${field('id')}`])
  return field('id')
}

it('goes on after the server was killed in the middle: each is issued once, and no mail in doubt is sent again', async () => {
  const [folder, { adminUrl, appUrl }] = [await projectFolder(), await emptyDatabase()]
  const env = { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl, SMTP_URL: mail.url }
  const count = async (sql: string) =>
    Number((await query<{ n: string }>(adminUrl, `SELECT count(*) AS n FROM ${sql}`))[0]?.n)
  const done = () => count('issue_batch_item WHERE done_at IS NOT NULL')
  const inDoubt = () => query<{ id: string }>(adminUrl, `SELECT id FROM notice WHERE mail_state = 'sending'`)

  const killed = await serve(folder, env)
  await killed.says(READY)
  await query(adminUrl, peopleSql)
  // The first mail is read by a server that never answers: whether it goes, nobody knows.
  mail.behaviour = { kind: 'keep silent' }
  const batch = await beginBatch(killed)
  await until(async () => (await done()) > 0 && (await inDoubt()).length > 0 && mail.received.length > 0)
  killed.child.kill('SIGKILL')
  await killed.ended
  const atTheKill = await done()
  expect(atTheKill).toBeLessThan(COUNT)
  expect(await count('certificate')).toBe(atTheKill)
  const [doubtful] = await inDoubt()

  mail.behaviour = { kind: 'take' }
  const stance = await serve(folder, env)
  await stance.says(READY)
  await until(async () => (await count(`issue_batch WHERE id = '${batch}' AND finished_at IS NOT NULL`)) === 1)
  await until(async () => (await count(`notice WHERE mail_state = 'sent'`)) === COUNT - 1)

  expect(await count('issue_batch_item WHERE number IS NOT NULL AND because IS NULL')).toBe(COUNT)
  for (const table of [
    'certificate',
    'credential',
    'signed_credential',
    'notice',
    `audit_entry WHERE action = 'certificate.issued'`,
  ])
    expect([table, await count(table)]).toEqual([table, COUNT])
  expect(await count('(SELECT DISTINCT enrolment_id FROM certificate) each')).toBe(COUNT)

  const mentions = mail.received.filter((each) => each.includes(`<${doubtful?.id}@`))
  expect(mentions).toHaveLength(1)
  expect(await inDoubt()).toEqual([doubtful])
  // Some minutes later.
  await query(adminUrl, `UPDATE notice SET mailed_at = mailed_at - interval '1 hour' WHERE mail_state = 'sending'`)
  expect(await (await ask(stance, 'root', '/admin/mail')).text()).toMatch(/person-\d+@people\.example/)
  expect(await (await ask(stance, 'grace', `/accreditation/batches/${batch}`)).text()).toContain(
    `${COUNT} issued, 0 refused`,
  )

  stance.child.kill('SIGTERM')
  expect(await stance.ended, stance.said()).toBe(0)
})
