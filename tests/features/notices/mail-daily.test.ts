import { beforeEach, expect, it } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { composeNotice } from '#app/features/notices/compose-mail.server.ts'
import { mailDaily } from '#app/features/notices/mail-daily.server.ts'
import {
  chooseMails,
  markAllRead,
  readDiscussionChoice,
  readMailChoices,
  readOwnNotices,
} from '#app/features/notices/own-notices.server.ts'
import { stopMails, stopPath, viewStop } from '#app/features/notices/stop-link.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'

let noor: Actor
let ada: Actor

beforeEach(async () => {
  // Where `now`, 09:00 in London, is 04:00 in the morning.
  noor = await createAccount('Noor', { timeZone: 'America/New_York' })
  ada = await createAccount('Ada')
})

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const kinds = async (actor: Actor) =>
  (await readMailChoices(actor)).filter(({ byEmail }) => byEmail).map(({ kind }) => kind)
const choose = async (actor: Actor, discussion: 'at-once' | 'daily' | 'none') =>
  chooseMails(actor, await kinds(actor), discussion)
const tell = (actor: Actor, title: string, at = now) =>
  transact((tx) =>
    notify(tx, {
      userId: actor.id,
      kind: 'thread-opened',
      params: { title, path: '/cohorts/c/discussion/t' },
      now: at,
    }),
  )
const bodies = async () =>
  (await db().notice.findMany({ where: { kind: 'gathered' }, orderBy: { id: 'asc' } })).map(({ params }) => params)

it('what a cohort talks about goes at once, by one mail in the morning, or not at all, as somebody chooses', async () => {
  expect(await readDiscussionChoice(noor)).toBe('at-once')
  await tell(noor, 'First')
  expect(await mailsFor(noor.email)).toEqual(['thread-opened'])
  await choose(noor, 'daily')
  expect(await readDiscussionChoice(noor)).toBe('daily')
  expect(await kinds(noor)).toContain('feedback-released')
  await tell(noor, 'Second')
  await choose(ada, 'none')
  await tell(ada, 'Third')
  expect(await mailsFor(noor.email)).toEqual(['thread-opened'])
  expect(await mailsFor(ada.email)).toEqual([])
})

it('the mail of a day goes once, in the morning where its reader lives, with what had gathered by then', async () => {
  await choose(noor, 'daily')
  await tell(noor, 'First')
  await tell(noor, 'Second', hours(1))
  expect(await mailDaily(hours(2))).toBe(0)
  await tell(noor, 'After seven', hours(3.5))
  const sent = await Promise.all([mailDaily(hours(4)), mailDaily(hours(4))])
  expect(sent.sort()).toEqual([0, 1])
  expect(await bodies()).toEqual([
    { titles: ['New in your cohort’s discussion: First', 'New in your cohort’s discussion: Second'], more: 0 },
  ])
  expect(await mailDaily(hours(20))).toBe(0)
  expect(await mailDaily(hours(28))).toBe(1)
  expect(await bodies()).toHaveLength(2)
  // It is a mail, and no notice of its own.
  expect((await readOwnNotices(noor, 1)).notices.map(({ title }) => title)).toHaveLength(3)
  expect(await db().notice.count({ where: { kind: 'gathered', readAt: null } })).toBe(0)
})

it('what was read meanwhile, or is wanted no more, is not told', async () => {
  await choose(noor, 'daily')
  await choose(ada, 'daily')
  await tell(noor, 'Read')
  await tell(ada, 'Unwanted')
  await markAllRead(noor, now)
  await choose(ada, 'none')
  expect(await mailDaily(hours(28))).toBe(0)
  expect(await db().notice.count({ where: { mailState: 'gathered' } })).toBe(0)
})

it('is stopped from where it is read, and with it all of its kind', async () => {
  await choose(noor, 'daily')
  const params = { titles: ['One'], more: 3 }
  const { subject, text, headers } = composeNotice('gathered', params, { userId: noor.id, name: 'Noor' })
  expect(subject).toBe('4 things are new in your cohort')
  expect(text).toContain('- One\n')
  expect(headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  const token = stopPath(noor.id, 'gathered').split('/').at(-1) ?? ''
  expect(await viewStop(token)).toMatchObject({ isStopped: false })
  await tell(noor, 'Waiting')
  await Promise.all([stopMails(token, now), stopMails(token, now)])
  expect(await viewStop(token)).toMatchObject({ isStopped: true })
  expect(await auditedActions()).toEqual(['mails.stopped'])
  expect(await readDiscussionChoice(noor)).toBe('none')
  expect(await kinds(noor)).toContain('feedback-released')
  expect(await mailDaily(hours(28))).toBe(0)
})
