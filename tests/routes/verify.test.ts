import { RouterContextProvider } from 'react-router'
import { beforeEach, describe, expect, test } from 'vitest'
import { requestContext } from '#app/http/context.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'

const NEVER_ISSUED = 'STN-0000-0000-0000-0000-0'

let number: string

beforeEach(async () => {
  const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  const id = await enrolment(await createAccount('Noor'), await publishCourse())
  number = (await issueAsSeen(grace, [id])).issuedNumbers[0] ?? ''
})

const type = (typed: string) => ask(`/verify?${new URLSearchParams({ number: typed })}`)
const look = (typed: string, headers = {}) => ask(`/verify/${encodeURIComponent(typed)}`, { headers })

describe('the form', () => {
  test('leads to the page of the number, however it was typed', async () => {
    const answer = await type(` ${number.toLowerCase().replaceAll('-', ' ')}`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/verify/${number}`])
  })

  test('comes back with what was typed and what is wrong with it', async () => {
    const answer = await type('STN-12U')
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain('value="STN-12U"')
    expect(page).toContain('“U” is never part of a certificate number.')
  })

  test('asks nothing of the database', async () => {
    expect(statementsOf(await ask('/verify'))).toBe(0)
  })
})

describe('the page of a number', () => {
  test('says who, what, when and for how many hours, without an account, a script or a second statement', async () => {
    const answer = await look(number)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    for (const words of [
      'This certificate is valid',
      'Noor',
      'Therapeutic stance',
      '5 hours',
      '20 October 2026',
      number,
    ])
      expect(page).toContain(words)
    expect(page).not.toContain('<script')
    expect(page).toContain('<meta name="robots" content="noindex, nofollow, noarchive"/>')
    expect(statementsOf(answer)).toBe(1)
  })

  test('is kept by caches for as long as it stands', async () => {
    const { headers } = await look(number)
    expect(headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
    const again = await look(number, { 'If-None-Match': headers.get('ETag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('has one address: others lead to it', async () => {
    const answer = await look(number.toLowerCase())
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, `/verify/${number}`])
  })

  test('is not found for a number that was never issued, and not kept by caches', async () => {
    const answer = await look(NEVER_ISSUED)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('There is no certificate with this number')
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  })

  test.each(['STN-0000-0000-0000-0000-1', 'STN', '<b>', '%'])(
    'is not found for %s, which has a mistake',
    async (typed) => {
      const answer = await look(typed)
      const page = await answer.text()
      expect(answer.status).toBe(404)
      expect(page).toContain('This number has a mistake in it')
      expect(page).not.toContain('<b>')
    },
  )

  test('is refused to an address that has tried number after number, but valid ones are still shown', async () => {
    const from = { 'x-stance-client-address': '10.0.0.1' }
    await tryManyNumbers('10.0.0.1')
    expect((await look(NEVER_ISSUED, from)).status).toBe(429)
    expect((await look(number, from)).status).toBe(200)
    expect((await look(NEVER_ISSUED)).status).toBe(404)
  })
})

/** What 120 misses within the minute leave behind. */
async function tryManyNumbers(clientAddress: string): Promise<void> {
  const context = new RouterContextProvider()
  context.set(requestContext, { id: 'test', nonce: '', now: new Date(), clientAddress })
  await Promise.all(Array.from({ length: 120 }, () => limitRate({ context }, 'verify')))
}
