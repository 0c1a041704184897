import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import { startWorker } from '#app/worker.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'

let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  worker = await startWorker()
})
afterAll(() => worker.stop())

test('a mail that was written in a transaction is in the mailbox once the worker has seen to it', async () => {
  const noor = await createAccount('Noor')
  await transact((tx) => sendAccountMail(tx, { userId: noor.id, kind: 'confirm-email', params: {}, now }))
  await vi.waitFor(async () => expect(await db().notice.count({ where: { mailState: 'sent' } })).toBe(1), 10_000)
  expect(await db().mailboxMessage.findMany()).toMatchObject([
    {
      to: noor.email,
      subject: 'Confirm your e-mail address',
      text: expect.stringMatching(/\/confirm\/[a-z2-7]{32}\n/),
    },
  ])
})
