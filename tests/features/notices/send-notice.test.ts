import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { peekToken } from '#app/auth/tokens.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { notify, sendAccountMail } from '#app/db/notices.server.ts'
import { takeForSending } from '#app/db/outbox.server.ts'
import { settings } from '#app/env.server.ts'
import { sendAgain } from '#app/features/notices/send-again.server.ts'
import { sendNotice } from '#app/features/notices/send-notice.server.ts'
import { readTroubledMail } from '#app/features/notices/troubled-mail.server.ts'
import { closeMail, MailError } from '#app/integrations/mail.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { queuedJobs } from '#tests/support/job-queue.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'

let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server.stop())
beforeEach(() => {
  server.received = []
  server.behaviour = { kind: 'take' }
  settings().SMTP_URL = server.url
})
afterEach(() => {
  settings().SMTP_URL = undefined
  closeMail()
})

const params = { vignetteTitle: 'The locked door', path: '/vignettes/the-locked-door/attempts/1' } as const
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

async function feedbackNotice() {
  const noor = await createAccount('Noor')
  await transact((tx) => notify(tx, { userId: noor.id, kind: 'feedback-released', params, now }))
  return noticeId()
}

const noticeId = async () => (await db().notice.findFirstOrThrow({ select: { id: true } })).id
const mailState = async (id: string) =>
  db().notice.findUniqueOrThrow({ where: { id }, select: { mailState: true, mailError: true } })

describe('a mail that the server takes', () => {
  test('arrives once, under a Message-ID that stays the same', async () => {
    const id = await feedbackNotice()
    await sendNotice(id, now)
    await sendNotice(id, now)
    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toMatch(new RegExp(`^Message-ID: <${id}@localhost>\r?$`, 'm'))
    expect(server.received[0]).toMatch(/^To: Noor <noor@people\.example>\r?$/m)
    expect(server.received[0]).toMatch(/^Auto-Submitted: auto-generated\r?$/m)
    expect(await mailState(id)).toEqual({ mailState: 'sent', mailError: null })
  })

  test('is sent once when two workers come for it at the same moment', async () => {
    const id = await feedbackNotice()
    await Promise.all([sendNotice(id, now), sendNotice(id, now), sendNotice(id, now)])
    expect(server.received).toHaveLength(1)
  })

  test('carries a link whose secret stands nowhere else', async () => {
    const noor = await createAccount('Noor')
    await transact((tx) => sendAccountMail(tx, { userId: noor.id, kind: 'reset-password', params: {}, now }))
    await sendNotice(await noticeId(), now)
    const secret = /\/reset-password\/([a-z2-7]{32})/.exec(server.received[0] ?? '')?.[1] ?? ''
    expect(await peekToken(secret, 'reset_password', now)).toMatchObject({ email: noor.email })
    const stored = JSON.stringify([await db().notice.findMany(), await db().accountToken.findMany()])
    expect(stored).not.toContain(secret)
  })
})

describe('a mail that surely did not go', () => {
  test('because nobody listens is marked, and goes at the next try', async () => {
    const id = await feedbackNotice()
    settings().SMTP_URL = 'smtp://127.0.0.1:1'
    await expect(sendNotice(id, now)).rejects.toThrow(MailError)
    expect(await mailState(id)).toMatchObject({ mailState: 'failed' })

    closeMail()
    settings().SMTP_URL = server.url
    await sendNotice(id, now)
    expect(server.received).toHaveLength(1)
    expect(await mailState(id)).toEqual({ mailState: 'sent', mailError: null })
  })

  test('because the server is busy is tried again', async () => {
    const id = await feedbackNotice()
    server.behaviour = { kind: 'refuse', responseCode: 451, words: 'try later' }
    await expect(sendNotice(id, now)).rejects.toThrow(MailError)
    expect(await mailState(id)).toMatchObject({ mailState: 'failed', mailError: expect.stringContaining('451') })
  })

  test('because the server refuses it for good is left for staff, and not tried again by itself', async () => {
    const id = await feedbackNotice()
    server.behaviour = { kind: 'refuse', responseCode: 550, words: 'no such mailbox' }
    await sendNotice(id, now)
    expect(await mailState(id)).toMatchObject({ mailState: 'failed', mailError: expect.stringContaining('550') })
  })

  test('says nothing of its address where errors are logged', async () => {
    const id = await feedbackNotice()
    server.behaviour = { kind: 'refuse', responseCode: 451, words: 'greylisted noor@people.example' }
    const error: unknown = await sendNotice(id, now).catch((thrown) => thrown)
    expect(String(error)).not.toContain('noor')
  })
})

describe('a mail that may have gone', () => {
  test('because the server hung up after reading it is never sent again by itself', async () => {
    const id = await feedbackNotice()
    server.behaviour = { kind: 'hang up' }
    await sendNotice(id, now)
    expect(await mailState(id)).toMatchObject({ mailState: 'sending', mailError: expect.any(String) })

    server.behaviour = { kind: 'take' }
    await sendNotice(id, minutesLater(60))
    expect(server.received).toHaveLength(1)
  })

  test('because the worker died while sending is left alone, and shown to staff after five minutes', async () => {
    const id = await feedbackNotice()
    await transact((tx) => takeForSending(tx, id, now))
    await sendNotice(id, minutesLater(1))
    expect(server.received).toHaveLength(0)
    expect((await readTroubledMail(1, minutesLater(4))).mails).toEqual([])
    expect((await readTroubledMail(1, minutesLater(5))).mails).toMatchObject([{ id, mailState: 'sending' }])
  })

  test('goes again when a person decides so, once, and the decision is on record', async () => {
    const id = await feedbackNotice()
    const root = await createAccount('Root', { roles: ['administrator'] })
    await transact((tx) => takeForSending(tx, id, now))
    const decided = await Promise.all([1, 2, 3].map(() => sendAgain(id, root, minutesLater(6))))
    expect(decided.filter(Boolean)).toHaveLength(1)
    expect(await auditedActions()).toEqual(['mail.sent_again'])
    expect(await queuedJobs()).toEqual([`notice:${id}`])

    await sendNotice(id, minutesLater(7))
    expect(server.received).toHaveLength(1)
  })
})

test('a mail that is under way or has gone cannot be sent again', async () => {
  const id = await feedbackNotice()
  const root = await createAccount('Root', { roles: ['administrator'] })
  await transact((tx) => takeForSending(tx, id, now))
  expect(await sendAgain(id, root, minutesLater(1))).toBe(false)
  await db().notice.updateMany({ data: { mailState: 'sent' } })
  expect(await sendAgain(id, root, minutesLater(60))).toBe(false)
})
