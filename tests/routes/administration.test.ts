import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { ROLES } from '#app/domain/people.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'

const MAY_OPEN: Record<string, readonly string[]> = {
  '/admin/people': ['administrator'],
  '/admin/people/invite': ['administrator'],
  '/admin/mail': ['administrator'],
  '/admin/orders': ['accreditation_staff', 'administrator'],
  '/admin/audit': ['accreditation_staff', 'administrator'],
  '/concerns': ['accreditation_staff', 'administrator'],
}

describe.each(Object.entries(MAY_OPEN))('%s', (page, roles) => {
  test.each(ROLES)('answers a %s as the policy says, by at most three statements', async (role) => {
    const answer = await ask(page, { as: await createAccount('Somebody', { roles: [role] }) })
    expect(answer.status).toBe(roles.includes(role) ? 200 : 403)
    expect(statementsOf(answer)).toBeLessThanOrEqual(3)
  })
})

describe('a person’s page', () => {
  test('gives a role to somebody else by at most three statements to show it', async () => {
    const root = await createAccount('Root', { roles: ['administrator'] })
    const imre = await createAccount('Imre', { roles: [] })
    const page = `/admin/people/${imre.id}`
    const form = { intent: 'grant', role: 'supervisor', lastDay: '' }
    expect((await ask(page, { as: root, form })).headers.get('Location')).toBe(page)
    const answer = await ask(page, { as: root })
    expect(await answer.text()).toContain('Supervisor')
    expect(statementsOf(answer)).toBeLessThanOrEqual(3)
  })

  test('refuses a role that does not exist and an intent that does not exist', async () => {
    const root = await createAccount('Root', { roles: ['administrator'] })
    const imre = await createAccount('Imre', { roles: [] })
    for (const form of [
      { intent: 'grant', role: 'king' },
      { intent: 'crown', role: 'supervisor' },
    ])
      expect((await ask(`/admin/people/${imre.id}`, { as: root, form })).status).toBe(400)
    expect(await db().roleGrant.count({ where: { userId: imre.id } })).toBe(0)
  })

  test('cannot be used by somebody without the permission, whatever they post', async () => {
    const noor = await createAccount('Noor')
    const form = { intent: 'grant', role: 'administrator' }
    expect((await ask(`/admin/people/${noor.id}`, { as: noor, form })).status).toBe(403)
    expect(await db().roleGrant.count({ where: { role: 'administrator' } })).toBe(0)
  })

  test('of nobody, or of what is no id at all, is not found', async () => {
    const root = await createAccount('Root', { roles: ['administrator'] })
    for (const id of ['018f0000-0000-7000-8000-000000000000', 'noor', "'; DROP TABLE"])
      expect((await ask(`/admin/people/${encodeURIComponent(id)}`, { as: root })).status).toBe(404)
  })
})

test('the development mailbox can be read by whoever tries the platform out', async () => {
  expect((await ask('/dev/mail')).status).toBe(200)
})

describe('probes', () => {
  test('are answered without a session, /healthz without the database', async () => {
    const [health, ready] = [await ask('/healthz'), await ask('/readyz')]
    expect([health.status, statementsOf(health)]).toEqual([200, 0])
    expect([ready.status, await ready.text(), statementsOf(ready)]).toEqual([200, 'ready\n', 1])
  })

  test('tell a Prometheus how long each kind of page took, by its pattern and never by whose it was', async () => {
    const root = await createAccount('Root', { roles: ['administrator'] })
    await ask(`/admin/people/${root.id}`, { as: root })
    const metrics = await ask('/metrics')
    expect([metrics.status, statementsOf(metrics)]).toEqual([200, 0])
    const text = await metrics.text()
    expect(text).toMatch(
      /stance_request_duration_seconds_count\{method="GET",route="\/admin\/people\/:id",status="200"\} [1-9]/,
    )
    expect(text).toContain('process_resident_memory_bytes')
    expect(text).not.toContain(root.id)
  })
})
