import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { codingOf, type OfferedKeyed, offerKeyed } from '#tests/support/keyed.ts'
import { inviteExperts, openPanel } from '#tests/support/panels.ts'

let lena: Actor
let vignette: OfferedKeyed

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  vignette = await offerKeyed(codingOf())
})

const text = async (address: string, as: Actor) => (await ask(address, { as })).text()
const post = async (address: string, as: Actor, form: Record<string, string>) => {
  const answer = await ask(address, { as, form })
  return { status: answer.status, html: await answer.text() }
}

describe('the form for a new panel', () => {
  const create = (form: Record<string, string>) => post('/panels/new', lena, form)

  it('comes back with a sentence at every field, and with what was typed', async () => {
    const { status, html } = await create({ item: '', title: ' ', closesOn: '31 June' })
    expect(status).toBe(400)
    for (const sentence of ['Choose what the panel judges.', 'Give the panel a name.', 'Choose a day.'])
      expect(html).toContain(sentence)

    const late = await create({ item: vignette.id, title: 'Leeds <panel>', closesOn: '2020-01-01' })
    expect(late.status).toBe(400)
    expect(late.html).toContain('value="Leeds &lt;panel&gt;"')
    expect(late.html).toContain('value="2020-01-01"')
  })

  it('creates nothing of what no panel judges', async () => {
    for (const item of ['nothing', '01a2228d-9897-749c-b20c-031246bb5574', "'; DROP TABLE panel; --"])
      expect((await create({ item, title: 'Leeds', closesOn: '2100-01-01' })).status).toBe(400)
    expect(await db().panel.count()).toBe(0)
  })

  it('leads to the panel', async () => {
    const form = { item: vignette.id, title: 'Leeds', closesOn: '2100-01-01' }
    const answer = await ask('/panels/new', { as: lena, form })
    expect(answer.status).toBe(302)
    const { id } = await db().panel.findFirstOrThrow()
    expect(answer.headers.get('location')).toBe(`/panels/${id}`)
    expect(await text(`/panels/${id}`, lena)).toContain('Nobody is invited yet.')
  })
})

describe('the page of a panel', () => {
  let page: string

  beforeEach(async () => {
    page = `/panels/${await openPanel(lena, vignette.id, { closesOn: '2100-01-01' })}`
  })

  it('keeps an address that it cannot invite', async () => {
    const unknown = await post(page, lena, { intent: 'invite', email: 'nobody@people.example' })
    expect(unknown.status).toBe(400)
    expect(unknown.html).toContain('No account has this address.')
    expect(unknown.html).toContain('value="nobody@people.example"')
    expect((await post(page, lena, { intent: 'invite', email: 'no address' })).status).toBe(400)
  })

  it('forms nothing of too few answers, and takes nobody off whom it does not have', async () => {
    const formed = await post(page, lena, { intent: 'form', seen: 'made up' })
    expect(formed.status).toBe(400)
    expect(await db().consensus.count()).toBe(0)
    const [expert] = await inviteExperts(lena, page.slice('/panels/'.length), 1)
    expect((await ask(page, { as: lena, form: { intent: 'remove', member: 'nobody' } })).status).toBe(302)
    expect(await db().panelMember.findMany({ select: { userId: true } })).toEqual([{ userId: expert?.id }])
  })

  it('is absent under an address that is no id', async () => {
    for (const address of ['/panels/1', '/panels/1/answer']) expect((await ask(address, { as: lena })).status).toBe(404)
  })
})

describe('a seat', () => {
  it('stands in the navigation of whoever is invited, and of nobody else without a part in panels', async () => {
    const panelId = await openPanel(lena, vignette.id, { closesOn: '2100-01-01' })
    const [expert] = await inviteExperts(lena, panelId, 1)
    const other = await createAccount('Other', { roles: [] })
    expect(await text('/notices', expert ?? other)).toContain('href="/panels"')
    expect(await text('/notices', other)).not.toContain('href="/panels"')
    expect(await text('/panels', expert ?? other)).toContain(`href="/panels/${panelId}/answer"`)
  })

  it('comes back with everything in it when something is missing, and refuses what no form sends', async () => {
    const panelId = await openPanel(lena, vignette.id, { closesOn: '2100-01-01' })
    const [expert = lena] = await inviteExperts(lena, panelId, 1)
    const seat = `/panels/${panelId}/answer`
    const { status, html } = await post(seat, expert, {
      ...{ intent: 'answer', expertise: '', 'coding-way': 'sentences' },
      'reason-1': 'He <shouts>.',
    })
    expect(status).toBe(400)
    expect(html).toContain('Your judgement is not in yet')
    expect(html).toContain('He &lt;shouts&gt;.')
    expect((await ask(seat, { as: expert, form: { intent: 'answer', expertise: 'a'.repeat(3_000_000) } })).status).toBe(
      413,
    )
    expect(await db().panelMember.findFirstOrThrow()).toMatchObject({ answers: null, answeredAt: null })
  })
})
