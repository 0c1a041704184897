import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { readCheckpoints } from '#app/domain/audit/checkpoint.ts'
import { settings } from '#app/env.server.ts'
import { mailCheckpoint } from '#app/features/audit/mail-checkpoint.server.ts'
import { now } from '#tests/support/accounts.ts'
import { act, beginTrail, keptCheckpoints, sealAll } from '#tests/support/audit-trail.ts'

beforeEach(beginTrail)
afterEach(() => {
  settings().AUDIT_WITNESS = undefined
})

test('the witness is mailed the last checkpoint, which can be read out of the saved mail', async () => {
  settings().AUDIT_WITNESS = 'witness@elsewhere.example'
  expect(await mailCheckpoint(now)).toBe(false)
  await act('one')
  await sealAll()
  expect(await mailCheckpoint(now)).toBe(true)
  const [mail, ...others] = await db().mailboxMessage.findMany()
  expect(others).toEqual([])
  expect(mail?.to).toBe('witness@elsewhere.example')
  expect(readCheckpoints(mail?.text ?? '')).toEqual({ checkpoints: keptCheckpoints(), unreadable: [] })
})

test('without a witness nothing is mailed', async () => {
  await act('one')
  await sealAll()
  expect(await mailCheckpoint(now)).toBe(false)
  expect(await db().mailboxMessage.count()).toBe(0)
})
