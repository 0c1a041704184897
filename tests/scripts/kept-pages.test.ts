import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepPages } from '#scripts/kept-pages.ts'

let stamp = 'one'
let drawn: string[] = []
let noted: number[] = []
/** What a page answers with besides its text. */
let headers: Record<string, string> = {}
let whileDrawing = () => {}
let base = ''
let stop = () => {}

const PUBLIC = { 'cache-control': 'public, max-age=0, must-revalidate' }

beforeEach(async () => {
  stamp = 'one'
  drawn = []
  noted = []
  headers = { ...PUBLIC, 'content-security-policy': 'that of another', etag: 'W/"a-tag"' }
  whileDrawing = () => {}
  const serve = keepPages({
    stamp: async () => {
      if (stamp === 'lost') throw new Error('The database is away.')
      return stamp
    },
    render: async (path) => {
      drawn.push(path)
      const text = `${path} at ${stamp}`
      whileDrawing()
      return new Response(text, { headers })
    },
    contentSecurityPolicy: () => `policy ${noted.length}`,
    note: ({ status }) => noted.push(status),
  })
  const server = createServer((request, response) => {
    const otherwise = () => response.end('by the application')
    if (!serve(request, response, otherwise)) otherwise()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => server.close()
})
afterEach(() => stop())

const ask = (path: string, init: RequestInit = {}) => fetch(base + path, { headers: {}, ...init })
const textOf = async (path: string, init?: RequestInit) => (await ask(path, init)).text()

describe('a page of the catalogue', () => {
  it('is drawn once for everybody, and again when anything has changed', async () => {
    expect(await textOf('/courses/first')).toBe('/courses/first at one')
    expect(await textOf('/courses/first')).toBe('/courses/first at one')
    stamp = 'two'
    expect(await textOf('/courses/first')).toBe('/courses/first at two')
    expect(drawn).toEqual(['/courses/first', '/courses/first'])
    expect(noted).toEqual([200, 200, 200])
  })

  it('is not sent again to whoever has it', async () => {
    await ask('/')
    const again = await ask('/', { headers: { 'if-none-match': '"x", W/"a-tag"' } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', 'W/"a-tag"'])
    expect((await ask('/', { headers: { 'if-none-match': 'W/"another"' } })).status).toBe(200)
  })

  it('has a policy of its own with every answer', async () => {
    const policies = [await ask('/'), await ask('/')].map((one) => one.headers.get('content-security-policy'))
    expect(policies).toEqual(['policy 0', 'policy 1'])
  })

  it('that changed while it was drawn is drawn again', async () => {
    whileDrawing = () => {
      stamp = 'two'
    }
    await textOf('/')
    expect(await textOf('/')).toBe('/ at two')
    expect(drawn).toHaveLength(2)
  })
})

it.each<[what: string, path: string, init: RequestInit]>([
  ['somebody with a cookie', '/', { headers: { cookie: 'stance=abc' } }],
  ['a question', '/?q=1', {}],
  ['a form', '/courses/first', { method: 'POST' }],
  ['another page', '/verify', {}],
])('%s is left to the application', async (_, path, init) => {
  await ask('/')
  expect(await textOf(path, init)).toBe('by the application')
})

it('an answer that is for one person alone is never kept, nor one that sets a cookie, nor when nobody can say whether it stands', async () => {
  const others: Record<string, string>[] = [
    { 'cache-control': 'private, no-store' },
    { 'set-cookie': 'a=b' },
    { etag: '' },
  ]
  for (const other of others) {
    headers = { ...PUBLIC, etag: 'W/"a-tag"', ...other }
    expect(await textOf('/')).toBe('by the application')
  }
  headers = { ...PUBLIC, etag: 'W/"a-tag"' }
  await ask('/')
  stamp = 'lost'
  expect(await textOf('/')).toBe('by the application')
})
