import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { stopPath } from '#app/features/notices/stop-link.server.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'

let noor: Actor
let ada: Actor
let address: string

beforeEach(async () => {
  noor = await createAccount('Noor')
  ada = await createAccount('Ada')
  address = stopPath(noor.id, 'clip-rated')
})

const refused = () => db().noticePreference.findMany({ select: { userId: true, kind: true, byEmail: true } })
const ofNoor = () => [{ userId: noor.id, kind: 'clip-rated', byEmail: false }]

test('opened, as programs that scan mail do, it shows a button and stops nothing', async () => {
  const answer = await ask(address)
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(html).toContain('Stop these mails')
  expect(html).not.toContain('Noor')
  expect(statementsOf(answer)).toBeLessThanOrEqual(3)
  expect(await ask(address, { method: 'HEAD', headers: { origin: undefined } })).toMatchObject({ status: 200 })
  expect(await refused()).toEqual([])
})

test('the button of a mail program stops them: a POST without cookie or origin', async () => {
  const oneClick = { form: { 'List-Unsubscribe': 'One-Click' }, headers: { origin: undefined } }
  expect((await ask(address, oneClick)).status).toBe(200)
  expect(await refused()).toEqual(ofNoor())
  expect((await ask(address, oneClick)).status).toBe(200)
})

test('so does the button of the page, which then says how to get them back', async () => {
  const html = await (await ask(address, { form: {} })).text()
  expect(html).toContain('These mails are stopped')
  expect(html).toContain('/settings/notices')
})

test('it is about whoever got the mail, not about whoever is signed in', async () => {
  await ask(address, { as: ada, form: {} })
  expect(await refused()).toEqual(ofNoor())
})

test('a link that we did not sign is none, and no other form is taken from elsewhere', async () => {
  expect((await ask(`${address}x`)).status).toBe(404)
  expect((await ask(`${address}x`, { form: {}, headers: { origin: undefined } })).status).toBe(404)
  for (const elsewhere of ['/settings/notices', '/stop-mails/../settings/notices', `${address}/more`])
    expect((await ask(elsewhere, { as: noor, form: {}, headers: { origin: undefined } })).status).toBe(403)
  expect(await refused()).toEqual([])
})
