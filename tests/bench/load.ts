import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'

export type Measured = { requestsPerSecond: number; p50Ms: number; p99Ms: number; bytes: number }

const CONNECTIONS = 8
const WARM_UP_SECONDS = 2
const SECONDS = 6

/**
 * Asks for one page over and over from 8 connections.
 * @throws when any answer is not a 200: a fast error page is not a fast page.
 */
export async function measure(url: string, cookie?: string): Promise<Measured> {
  const headers: Record<string, string> = cookie ? { cookie } : {}
  const first = await fetch(url, { headers, redirect: 'manual' })
  if (first.status !== 200) throw new Error(`${url} answered ${first.status}`)
  const bytes = (await first.arrayBuffer()).byteLength
  await autocannon({ url, headers, connections: CONNECTIONS, duration: WARM_UP_SECONDS })
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx + result.errors} answers failed`)
  return { requestsPerSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99, bytes }
}

/** Starts a server of the bench in a process of its own; it prints its address when it listens. */
export async function startServer(script: string, environment: NodeJS.ProcessEnv): Promise<Server> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { url: await firstAddress(child), stop: () => stop(child) }
}

export type Server = { url: string; stop(): Promise<void> }

/** Goes on reading afterwards: a server whose log nobody reads would stop at a full pipe. */
function firstAddress(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      if (said.length < 10_000) said += chunk
      const address = /http:\/\/\S+(?=\s)/.exec(said)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`The server ended before it listened:\n${said}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
