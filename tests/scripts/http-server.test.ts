import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import type { ServerBuild } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { startHttpServer } from '#scripts/http-server.ts'
import { compressFiles } from '#scripts/serve/compress.ts'
import { temporaryFolder } from '#tests/support/folders.ts'
import { until } from './support/processes.ts'

let finish: () => void = () => {}
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  finish()
  for (const stop of stops.splice(0)) await stop()
})

/** An application of one address, which says who asks; `?slow` waits until the test lets it finish. */
const build = {
  entry: { module: { default: () => new Response(), handleError() {} } },
  routes: {
    who: {
      id: 'who',
      path: '/who',
      module: {
        async loader({ request }: { request: Request }) {
          if (request.url.includes('slow'))
            await new Promise<void>((resolve) => Object.assign(slow, { finish: resolve }))
          return new Response(request.headers.get('x-stance-client-address'))
        },
      },
    },
  },
  assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: 'initial' },
} as unknown as ServerBuild

const slow: { finish?: () => void } = {}

async function start(trustProxy = false, staticFolder = temporaryFolder()) {
  const { port, stop } = await startHttpServer({ build, port: 0, trustProxy, staticFolder })
  stops.push(stop)
  return { url: `http://127.0.0.1:${port}`, stop }
}

const ask = async (url: string, headers: Record<string, string> = {}) => (await fetch(`${url}/who`, { headers })).text()

describe("the client's address", () => {
  it('is that of the connection, whatever the client claims', async () => {
    const { url } = await start()
    const claims = { 'x-stance-client-address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' }
    expect(await ask(url, claims)).toContain('127.0.0.1')
    expect(await ask(url, claims)).not.toContain('6.6.6.6')
  })

  it('is what the proxy in front wrote last, if there is one to trust', async () => {
    const { url } = await start(true)
    expect(await ask(url, { 'x-forwarded-for': '6.6.6.6, 192.0.2.7' })).toBe('192.0.2.7')
    expect(await ask(url)).toContain('127.0.0.1')
  })
})

it('which routes there are is told to nobody', async () => {
  const { url } = await start()
  expect((await fetch(`${url}/__manifest?paths=/admin/people&version=1`)).status).toBe(404)
})

it.each([
  ['localhost', 200],
  ['[::1]:3000', 200],
  ['a b', 400],
  ['localhost:99999', 400],
  ['somebody:secret@localhost', 400],
  ['localhost/__manifest?p=', 400],
])('a request to the host %j is answered with %i', async (host, status) => {
  const { url } = await start()
  const [answer] = (await once(get(`${url}/who`, { headers: { host } }), 'response')) as [IncomingMessage]
  expect(answer.resume().statusCode).toBe(status)
})

describe('stopping', () => {
  it('lets a request under way finish, and accepts no other', async () => {
    const { url, stop } = await start()
    const pending = fetch(`${url}/who?slow`)
    await until(() => slow.finish !== undefined)
    finish = slow.finish ?? finish

    const stopped = stop()
    await expect(fetch(`${url}/who`)).rejects.toThrow()
    finish()
    expect((await pending).status).toBe(200)
    await stopped
  })
})

describe('files', () => {
  const digested = '/assets/app-1a2b.js'
  const script = `export const words = '${'mentalizing '.repeat(200)}'`
  async function startWithFiles() {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'assets'))
    writeFileSync(path.join(folder, digested), script)
    writeFileSync(path.join(folder, 'favicon.svg'), '<svg/>')
    await compressFiles(folder)
    return { ...(await start(false, folder)), folder }
  }

  it('are kept for a year where their name changes with their content, for an hour elsewhere, and are not sent twice', async () => {
    const { url } = await startWithFiles()
    const head = async (file: string, headers = {}) => fetch(`${url}${file}`, { method: 'HEAD', headers })
    const [asset, icon] = [await head(digested), await head('/favicon.svg')]
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('content-type')).toBe('text/javascript')
    expect(icon.headers.get('cache-control')).toBe('public, max-age=3600')
    expect((await head('/favicon.svg', { 'if-none-match': icon.headers.get('etag') })).status).toBe(304)
  })

  it('are sent as the build compressed them, to those who can read it', async () => {
    const { url } = await startWithFiles()
    const read = async (accepted: string) => {
      const answer = await fetch(`${url}${digested}`, { headers: { 'accept-encoding': accepted } })
      expect(await answer.text()).toBe(script)
      return answer.headers.get('content-encoding')
    }
    expect(await read('gzip, deflate, br')).toBe('br')
    expect(await read('gzip')).toBe('gzip')
    expect(await read('br;q=0, gzip')).toBe('gzip')
    expect(await read('identity')).toBe(null)
    // As large as headers may be: what parses them in time that grows with the square takes seconds, in which nobody is answered.
    const before = process.cpuUsage()
    expect(await read(`a${' '.repeat(15_000)}b`)).toBe(null)
    expect(process.cpuUsage(before).user).toBeLessThan(800_000)
  })

  it('of a build that another has replaced go to the pages that ask for them, and what was never there is left to the pages', async () => {
    const { url, folder } = await startWithFiles()
    rmSync(path.join(folder, 'assets'), { recursive: true })
    writeFileSync(path.join(folder, 'favicon.svg'), '<svg>another</svg>')
    expect(await (await fetch(`${url}${digested}`)).text()).toBe(script)
    expect(await (await fetch(`${url}/favicon.svg`)).text()).toBe('<svg/>')
    for (const absent of ['/assets/app-3c4d.js', '/assets/', '/../package.json', '/%2e%2e/package.json'])
      expect(await (await fetch(`${url}${absent}`)).text(), absent).toBe('')
  })
})
