import { afterEach, beforeEach, expect, it } from 'vitest'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { askAs, confirmBatch, waitingCrowd } from '#tests/support/waiting-crowd.ts'
import { emptyDatabase, query, withTestServer } from './support/databases.ts'
import { projectFolder } from './support/folders.ts'
import { until } from './support/processes.ts'
import { serve } from './support/serving.ts'

withTestServer()

const COUNT = 120
/** It starts the whole platform twice, and sends more than a hundred mails. */
const TWO_STARTS_MS = 240_000
const READY = 'Stance is running at http://localhost:'

let mail: MailServer
beforeEach(async () => {
  mail = await startMailServer()
})
afterEach(() => mail.stop())

it(
  'goes on after the server was killed in the middle: each is issued once, and no mail in doubt is sent again',
  async () => {
    const [folder, { adminUrl, appUrl }] = [await projectFolder(), await emptyDatabase()]
    const env = { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl, SMTP_URL: mail.url }
    const count = async (sql: string) =>
      Number((await query<{ n: string }>(adminUrl, `SELECT count(*) AS n FROM ${sql}`))[0]?.n)
    const done = () => count('issue_batch_item WHERE done_at IS NOT NULL')
    const inDoubt = () =>
      query<{ id: string }>(adminUrl, `SELECT id FROM notice WHERE mail_state = 'sending' ORDER BY id`)

    const killed = await serve(folder, env)
    await killed.says(READY)
    await query(adminUrl, waitingCrowd(COUNT))
    // The first mail is read by a server that never answers: whether it goes, nobody knows.
    mail.behaviour = { kind: 'keep silent' }
    const batch = await confirmBatch(killed.url)
    await until(async () => (await done()) > 0 && (await inDoubt()).length > 0 && mail.received.length > 0)
    killed.child.kill('SIGKILL')
    await killed.ended
    const atTheKill = await done()
    expect(atTheKill).toBeLessThan(COUNT)
    expect(await count('certificate')).toBe(atTheKill)
    // On a slow machine the first may have been given up meanwhile, and a second one begun.
    const doubtful = await inDoubt()

    mail.behaviour = { kind: 'take' }
    const stance = await serve(folder, env)
    await stance.says(READY)
    await until(async () => (await count(`issue_batch WHERE id = '${batch}' AND finished_at IS NOT NULL`)) === 1)
    await until(async () => (await count(`notice WHERE mail_state = 'sent'`)) === COUNT - doubtful.length)

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

    for (const { id } of doubtful)
      expect(mail.received.filter((each) => each.includes(`<${id}@`)).length).toBeLessThanOrEqual(1)
    expect(await inDoubt()).toEqual(doubtful)
    // Some minutes later.
    await query(adminUrl, `UPDATE notice SET mailed_at = mailed_at - interval '1 hour' WHERE mail_state = 'sending'`)
    expect(await (await askAs(stance.url, 'root', '/admin/mail')).text()).toMatch(/person-\d+@people\.example/)
    expect(await (await askAs(stance.url, 'grace', `/accreditation/batches/${batch}`)).text()).toContain(
      `${COUNT} issued, 0 refused`,
    )

    stance.child.kill('SIGTERM')
    expect(await stance.ended, stance.said()).toBe(0)
  },
  TWO_STARTS_MS,
)
