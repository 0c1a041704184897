import { beforeEach, describe, expect, test } from 'vitest'
import { recordAudit } from '#app/db/audit.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { act, beginTrail, sealAll } from '#tests/support/audit-trail.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'

let root: Actor
let noor: Actor

beforeEach(async () => {
  await beginTrail()
  root = await createAccount('Root', { roles: ['administrator'] })
  noor = await createAccount('Noor')
})

const read = async (search: Record<string, string> = {}, as = root) => {
  const answer = await ask(`/admin/audit?${new URLSearchParams(search)}`, { as })
  return { status: answer.status, statements: statementsOf(answer), html: await answer.text() }
}

const actBy = (actor: Actor, action: `${string}.${string}`, id: string, at = now) =>
  transact((tx) => recordAudit(tx, { actor, action, object: { kind: 'draft-of-test', id }, details: { id }, at }))

describe('the audit trail', () => {
  test('is read by person, action, thing and day, by at most three statements', async () => {
    await actBy(noor, 'draft.begun', 'thing-of-noor', new Date('2026-11-20T12:00:00Z'))
    await actBy(root, 'draft-copy.begun', 'thing-of-root', new Date('2026-11-22T12:00:00Z'))
    const finds = async (search: Record<string, string>) => {
      const { status, statements, html } = await read(search)
      expect(status).toBe(200)
      expect(statements).toBeLessThanOrEqual(3)
      return ['thing-of-noor', 'thing-of-root'].filter((thing) => html.includes(`${thing}</dd>`))
    }
    expect(await finds({})).toEqual(['thing-of-noor', 'thing-of-root'])
    expect(await finds({ person: noor.email })).toEqual(['thing-of-noor'])
    expect(await finds({ action: 'draft' })).toEqual(['thing-of-noor'])
    expect(await finds({ action: 'draft-copy.begun' })).toEqual(['thing-of-root'])
    expect(await finds({ objectId: 'thing-of-root' })).toEqual(['thing-of-root'])
    expect(await finds({ objectKind: 'draft-of-test', objectId: 'another' })).toEqual([])
    expect(await finds({ from: '2026-11-21' })).toEqual(['thing-of-root'])
    expect(await finds({ until: '2026-11-20' })).toEqual(['thing-of-noor'])
  })

  test('says how far it is sealed', async () => {
    await act('one')
    expect((await read()).html).toContain('Not yet')
    await sealAll()
    const { html } = await read()
    expect(html).toContain('Last checkpoint')
    expect(html).not.toContain('Not yet')
  })

  test('records who read about one person or one thing, and not who only looked over it', async () => {
    await actBy(noor, 'draft.begun', 'thing')
    await read()
    await read({ person: 'nobody@stance.example' })
    const readings = () => db().auditEntry.findMany({ where: { action: 'audit.read' }, orderBy: { id: 'asc' } })
    expect(await readings()).toEqual([])
    await read({ person: noor.email })
    await read({ objectKind: 'draft-of-test', objectId: 'thing' })
    expect(await readings()).toMatchObject([
      { actorId: root.id, objectKind: 'user', objectId: noor.id },
      { actorId: root.id, objectKind: 'draft-of-test', objectId: 'thing' },
    ])
  })

  test('is paged by its entries: none is shown twice when new ones come in between', async () => {
    for (let number = 10; number < 70; number++) await actBy(noor, 'draft.begun', `page-${number}`)
    const first = await read({ action: 'draft' })
    await actBy(noor, 'draft.begun', 'page-new')
    const [, older = ''] = /href="\/admin\/audit\?([^"]*before=[^"]+)"/.exec(first.html) ?? []
    const second = await read(Object.fromEntries(new URLSearchParams(older.replaceAll('&amp;', '&'))))
    const things = ({ html }: { html: string }) => [...html.matchAll(/(page-\w+)<\/dd>/g)].map(([, thing]) => thing)
    expect(things(first)).toHaveLength(50)
    expect([...things(first), ...things(second)].sort()).toEqual(
      Array.from({ length: 60 }, (_, each) => `page-${each + 10}`),
    )
  })

  test('answers what cannot be read with a sentence beside the field, and keeps what was typed', async () => {
    const faulty = await read({ person: 'no address', from: 'yesterday', action: 'draft' })
    expect(faulty.status).toBe(400)
    expect(faulty.html).toContain('Enter an e-mail address.')
    expect(faulty.html).toContain('Choose a day.')
    expect(faulty.html).toContain('value="no address"')
    expect((await read({ from: '2026-11-21', until: '2026-11-20' })).html).toContain(
      'The last day is before the first.',
    )
    expect((await read({ person: 'nobody@stance.example' })).html).toContain('Nobody has this address.')
  })

  test('is closed to whoever marks as well: it tells whose script is whose', async () => {
    const both = await createAccount('Both', { roles: ['administrator', 'training_lead'] })
    expect((await read({}, both)).status).toBe(403)
    const navigation = await (await ask('/admin/people', { as: both })).text()
    expect(navigation).not.toContain('/admin/audit')
  })
})
