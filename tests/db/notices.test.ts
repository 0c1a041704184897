import { describe, expect, test } from 'vitest'
import { NOBODY } from '#app/db/accounts.server.ts'
import { countQueries, db, transact } from '#app/db/client.server.ts'
import { notify, saveMailChoices, sendAccountMail } from '#app/db/notices.server.ts'
import { findSession, hashSecret } from '#app/db/sessions.server.ts'
import { createAccount, createSession, mailsFor, now } from '#tests/support/accounts.ts'
import { queuedJobs } from '#tests/support/job-queue.ts'

const params = { vignetteTitle: 'The locked door', path: '/vignettes/the-locked-door/attempts/1' } as const

describe('a notice', () => {
  test('is written together with the job that mails it, in one statement', async () => {
    const noor = await createAccount('Noor')
    const { queries } = await countQueries(() =>
      transact((tx) => notify(tx, { userId: noor.id, kind: 'feedback-released', params, now })),
    )
    const [notice] = await db().notice.findMany()
    expect(notice).toMatchObject({ userId: noor.id, params, readAt: null, mailState: 'queued' })
    expect(await queuedJobs()).toEqual([`notice:${notice?.id}`])
    expect(queries()).toBe(1)
  })

  test('leaves nothing behind when what it tells of is rolled back', async () => {
    const noor = await createAccount('Noor')
    const work = transact(async (tx) => {
      await notify(tx, { userId: noor.id, kind: 'feedback-released', params, now })
      throw new Error('the release failed')
    })
    await expect(work).rejects.toThrow('the release failed')
    expect(await db().notice.count()).toBe(0)
    expect(await queuedJobs()).toEqual([])
  })

  test('of a kind that somebody refuses by mail stands in their list and is not mailed', async () => {
    const noor = await createAccount('Noor')
    await transact((tx) => saveMailChoices(tx, noor.id, new Map([['feedback-released', 'none']])))
    await transact((tx) => notify(tx, { userId: noor.id, kind: 'feedback-released', params, now }))
    await transact((tx) => notify(tx, { userId: noor.id, kind: 'attempt-submitted', params, now }))
    expect(await mailsFor(noor.email)).toEqual(['attempt-submitted'])
    expect(await db().notice.count({ where: { readAt: null } })).toBe(2)
  })

  test('to nobody is written nowhere', async () => {
    await transact((tx) => sendAccountMail(tx, { userId: NOBODY, kind: 'reset-password', params: {}, now }))
    expect(await db().notice.count()).toBe(0)
    expect(await queuedJobs()).toEqual([])
  })
})

test('a mail about the account is not counted among unread notices', async () => {
  const noor = await createAccount('Noor')
  await createSession(noor.id, hashSecret('cookie'))
  await transact((tx) => sendAccountMail(tx, { userId: noor.id, kind: 'password-changed', params: {}, now }))
  await transact((tx) => notify(tx, { userId: noor.id, kind: 'attempt-submitted', params, now }))
  expect(await findSession('cookie')).toMatchObject({ unreadNotices: 1 })
})
