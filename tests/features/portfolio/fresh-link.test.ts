import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { withdrawRequest } from '#app/features/portfolio/ask-countersign.server.ts'
import { viewLink } from '#app/features/portfolio/countersign-link.server.ts'
import { sendFreshLink } from '#app/features/portfolio/fresh-link.server.ts'
import { tellSupervisor } from '#app/features/portfolio/tell-supervisor.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { askedSession, createSupervisor, mailedLink, sendLatest } from '#tests/support/supervision.ts'

const over = new Date(now.getTime() + 14 * DAY_MS)

let noor: Actor
let vera: Actor
let entryId: string
let old: string

beforeEach(async () => {
  noor = await createAccount('Noor')
  vera = await createSupervisor('Vera', { isOutside: true })
  entryId = (await askedSession(noor, vera)).entryId
  old = await mailedLink(vera)
})

const asked = (actor: Actor | null = null, at = over) => ({ actor, requestId: 'test', now: at })
const mails = () => db().notice.count({ where: { kind: 'countersigning' } })

test('a supervisor whose link has expired has a new one mailed to the address that staff approved', async () => {
  await sendFreshLink(old, asked())
  const text = await sendLatest(vera, 'countersigning', over)
  expect(await db().mailboxMessage.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({ to: vera.email })
  expect(text).toContain('because a new one was asked for')
  const fresh = /\/countersign\/([a-z2-7]{32})/.exec(text)?.[1] ?? ''
  expect(await viewLink(fresh, null, over)).toMatchObject({ state: 'open', requests: [{ id: expect.any(String) }] })
  expect(await viewLink(old, null, over)).toMatchObject({ state: 'expired' })
  expect(await auditedActions()).toContain('countersigning.link-requested')
})

test('it is mailed on a day with a mail as well, and the mail of the next day waits for what is new', async () => {
  await askedSession(noor, vera, { on: '2026-10-12' })
  expect(await tellSupervisor(vera.id, over)).toBe('mailed')
  await sendFreshLink(old, asked())
  expect(await mails()).toBe(3)
  expect(await tellSupervisor(vera.id, over)).toBe('tomorrow')
})

test('nothing is mailed when nothing waits any more', async () => {
  await withdrawRequest(noor, entryId, now)
  await sendFreshLink(old, asked())
  expect(await mails()).toBe(1)
})

test.each([
  ['a link that still works', () => sendFreshLink(old, asked(null, new Date(over.getTime() - 1)))],
  ['a link that was never made', () => sendFreshLink('a'.repeat(32), asked())],
  ['somebody else who is signed in', () => sendFreshLink(old, asked(noor))],
])('nothing is mailed for %s', async (_, ask) => {
  await ask()
  expect(await mails()).toBe(1)
})

test('nothing is mailed to somebody who is no supervisor any more', async () => {
  await db().roleGrant.updateMany({ where: { userId: vera.id }, data: { endsAt: now } })
  await sendFreshLink(old, asked())
  expect(await mails()).toBe(1)
})
