import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { onePersonWithCertificate } from '#tests/support/certificates.ts'

const NEVER_ISSUED = 'STN-0000-0000-0000-0000-0'

let noor: Actor
let number: string

beforeEach(async () => {
  ;({ noor, number } = await onePersonWithCertificate())
})

const happens = async (kind: 'revoked' | 'suspended' | 'superseded') => {
  const { id } = await db().credential.findUniqueOrThrow({ where: { number } })
  await db().credentialEvent.create({ data: { credentialId: id, kind, at: new Date(Date.now() - 1000) } })
}

/** As a program elsewhere does it, with nothing but our addresses. */
async function verifyFromOutside() {
  const { credential } = await (await ask(`/api/credentials/${number}`)).json()
  const document = await (await ask('/.well-known/did.json')).json()
  return verifyBadge(credential, {
    now: new Date(),
    knownIssuer: (did) => (did === document.id ? { document, isOurs: false } : undefined),
    statusList: async (address) => (await ask(new URL(address).pathname)).json(),
  })
}

describe('what programs elsewhere ask for', () => {
  test('leads from a number to a credential whose every finding is good', async () => {
    const { findings } = await verifyFromOutside()
    expect(Object.values(findings).map(({ outcome }) => outcome)).toEqual(Array(5).fill('passed'))
  })

  test.each(['revoked', 'suspended'] as const)('shows at once that it was %s, on every way', async (kind) => {
    await happens(kind)
    expect((await verifyFromOutside()).findings.status.outcome).toBe('failed')
    expect(await (await ask(`/api/credentials/${number}`)).json()).toMatchObject({ state: kind, holderName: 'Noor' })
    const page = await (await ask(`/verify/${number}`)).text()
    expect(page).toContain(`This certificate ${kind === 'revoked' ? 'was' : 'is'} ${kind}`)
    expect(page).not.toContain('This certificate is valid')
  })

  test('may be read by pages of other sites, carries no cookie and says which type it is', async () => {
    const answer = await ask('/.well-known/did.json')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/did+json',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=0, must-revalidate',
    })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(statementsOf(answer)).toBe(1)
  })

  test('is "not modified" to whoever has it', async () => {
    for (const address of ['/.well-known/did.json', `/api/credentials/${number}`, '/credentials/status/revocation-1']) {
      const headers = { 'If-None-Match': (await ask(address)).headers.get('ETag') ?? '' }
      expect((await ask(address, { headers })).status).toBe(304)
    }
  })

  test('asks little of the database', async () => {
    expect(statementsOf(await ask(`/api/credentials/${number}`))).toBeLessThanOrEqual(2)
    expect(statementsOf(await ask('/credentials/status/revocation-1'))).toBeLessThanOrEqual(3)
  })
})

describe('the address for programs', () => {
  test('says of an unknown number, and of a mistaken one, which it is', async () => {
    const unknown = await ask(`/api/credentials/${NEVER_ISSUED}`)
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { error: 'unknown' }])
    const mistaken = await ask('/api/credentials/STN-12U')
    expect([mistaken.status, await mistaken.json()]).toMatchObject([400, { error: 'mistaken' }])
  })

  test('limits guesses, and never who has a number', async () => {
    const answers = []
    for (let each = 0; each < 125; each++) answers.push((await ask(`/api/credentials/${NEVER_ISSUED}`)).status)
    expect(new Set(answers)).toEqual(new Set([404, 429]))
    expect((await ask(`/api/credentials/${number}`)).status).toBe(200)
  })

  test('answers with every field that its document promises, and no other', async () => {
    const { components } = await (await ask('/api/openapi.json')).json()
    const answer = await (await ask(`/api/credentials/${number}`)).json()
    expect(Object.keys(answer).sort()).toEqual(Object.keys(components.schemas.Credential.properties).sort())
    expect(components.schemas.Credential.required.toSorted()).toEqual(Object.keys(answer).sort())
  })

  test('is explained on a page', async () => {
    const page = await (await ask('/api')).text()
    for (const words of ['GET /api/credentials/{number}', 'supersededBy', '/api/openapi.json'])
      expect(page).toContain(words)
  })
})

test('a replaced certificate leads to the one that took its place', async () => {
  await happens('superseded')
  expect(await (await ask(`/verify/${number}`)).text()).toContain('Another certificate has taken its place')
})

test('the holder has every form of it as a download', async () => {
  const page = await (await ask('/certificates', { as: noor })).text()
  for (const [end, type] of [
    ['.pdf?paper=letter', 'application/pdf'],
    ['.png', 'image/png'],
    ['.svg', 'image/svg+xml'],
    ['.json', 'application/vc'],
  ] as const) {
    expect(page).toContain(`href="/certificates/${number}${end}"`)
    const { status, headers } = await ask(`/certificates/${number}${end}`, { as: noor })
    expect([status, headers.get('content-type')]).toEqual([200, type])
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="STN-/)
  }
})
