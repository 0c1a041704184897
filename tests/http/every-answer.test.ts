import { beforeEach, describe, expect, test } from 'vitest'
import { setSecurityHeaders } from '#app/http/security-headers.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { ask, dataAddress } from '#tests/support/built-app.ts'

const SAME_EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const securityOf = ({ headers }: Response) =>
  Object.fromEntries(Object.keys(SAME_EVERYWHERE).map((name) => [name, headers.get(name)]))

const policyOf = ({ headers }: Response) => headers.get('Content-Security-Policy') ?? ''

let noor: Awaited<ReturnType<typeof createAccount>>
beforeEach(async () => {
  noor = await createAccount('Noor')
})

describe('the headers that keep a browser safe', () => {
  const kinds: [string, number, () => Promise<Response>][] = [
    ['a page for everybody', 200, () => ask('/')],
    ['a page for whoever is signed in', 200, () => ask('/learn', { as: noor })],
    ['the data of a page', 200, () => ask(dataAddress('/learn'), { as: noor })],
    ['a redirect', 302, () => ask('/learn')],
    ['a redirect of data', 202, () => ask(dataAddress('/learn'))],
    ['a form at fault', 400, () => ask('/sign-in', { form: {} })],
    ['a page that one may not open', 403, () => ask('/marking', { as: noor })],
    ['an address that leads nowhere', 404, () => ask('/nothing/here')],
    ['data that lead nowhere', 404, () => ask(dataAddress('/nothing/here'))],
    ['a form that a page does not have', 405, () => ask('/verify', { form: {} })],
    ['a form from another site', 403, () => ask('/sign-in', { form: {}, headers: { origin: 'https://evil.example' } })],
    ['an answer without a page', 200, () => ask('/healthz')],
    ['an answer in JSON', 401, () => ask('/drafts/answer/x', { json: {} })],
    ['a method that nothing answers to', 405, () => ask('/sign-in', { method: 'OPTIONS' })],
    ['a method of other programs', 405, () => ask('/sign-in', { method: 'PROPFIND' })],
  ]

  test.each(kinds)('are with %s', async (_, status, asking) => {
    const answer = await asking()
    expect({ status: answer.status, ...securityOf(answer) }).toEqual({ status, ...SAME_EVERYWHERE })
    expect(answer.headers.get('Strict-Transport-Security')).toBeNull()
  })

  test('let no inline script run, in a page as on an error, but under a nonce that no other answer has', async () => {
    const nonces = new Set<string | undefined>()
    for (const address of ['/', '/sign-in', '/nothing/here']) {
      const policy = policyOf(await ask(address))
      nonces.add(/script-src 'self' 'nonce-([\w+/=]{22,})'/.exec(policy)?.[1])
      expect(policy).not.toContain('unsafe')
      expect(policy).toContain("frame-ancestors 'none'")
    }
    expect(nonces.size).toBe(3)
    expect(nonces).not.toContain(undefined)
  })
})

describe('an address that leads nowhere', () => {
  test('is answered with the page that says so, and a reference', async () => {
    const answer = await ask('/nothing/here')
    const page = await answer.text()
    expect(answer.headers.get('Content-Type')).toContain('text/html')
    expect(page).toContain('There is no such page')
    expect(page).toMatch(/<code[^>]*>[0-9a-f-]{36}<\/code>/)
  })

  test('takes no form either', async () => {
    expect((await ask('/nothing/here', { form: { a: 'b' } })).status).toBe(404)
  })

  test.each(['/courses/%ff', '/courses/%E0%A4%A', '/verify/%', '/learn/%2e%2e/one'])(
    'may be as broken as %s',
    async (address) => {
      expect((await ask(address, { as: noor })).status).toBe(404)
    },
  )

  test.each(['/learn/%00', '/marking?vignette=%00', '/admin/people?q=a%00b'])(
    'is refused when it holds what no database can look for: %s',
    async (address) => {
      expect((await ask(address, { as: noor })).status).toBe(400)
    },
  )
})

describe('a form sent to a page that has none', () => {
  test.each(['/', '/verify', '/learn', '/progress/timeline', '/cohorts', '/admin/people'])(
    '%s is refused as such, in plain words',
    async (page) => {
      const answer = await ask(page === '/' ? '/?index' : page, { as: noor, form: { a: 'b' } })
      expect(answer.status).toBe(405)
      expect(await answer.text()).toContain('This could not be read')
    },
  )

  test('is refused as data too', async () => {
    expect((await ask(dataAddress('/learn'), { as: noor, form: {} })).status).toBe(405)
  })
})

test('whoever was signed out while a page asked for its data comes back to the page', async () => {
  const asked = await ask(`${dataAddress('/marking/ABCD')}?state=yours&_routes=root`)
  const sent = await ask(dataAddress('/marking/ABCD'), { form: {} })
  for (const answer of [asked, sent]) expect(await answer.text()).not.toContain('.data')
  const back = await ask('/learn/first-steps.data')
  expect(await back.text()).toContain(`/sign-in?next=${encodeURIComponent('/learn/first-steps')}"`)
})

test('cookies of other applications on the same host do no harm', async () => {
  for (const cookie of ['theirs=100%; stance-flash=%', 'stance=%00', '%=%', 'stance', '=;;;'])
    expect((await ask('/learn', { headers: { cookie } })).headers.get('Location')).toBe('/sign-in?next=%2Flearn')
})

test('probes need no session, and no cookie makes them ask for one', async () => {
  for (const [probe, statements] of [
    ['/healthz', 0],
    ['/readyz', 1],
  ] as const) {
    const answer = await ask(probe, { as: noor })
    expect(answer.headers.get('Server-Timing')).toContain(`"${statements} statements"`)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
  }
})

test('over https a browser is told to stay there', () => {
  const headers = new Headers()
  setSecurityHeaders(headers, { isSecure: true })
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains')
})
