import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { FullConfig } from '@playwright/test'
import pg from 'pg'
import { freePort } from '#scripts/database/port.ts'
import { startTestServer } from '#tests/support/test-server.ts'
import { type Installation, keepInstallation, ownInstallation } from './installation.ts'

/**
 * Starts for each width what `npm start` starts, as a process of its own, on an empty database and a free port.
 * @returns how to stop them and drop their databases.
 */
export default async function startServers({ projects }: FullConfig) {
  const server = await startTestServer()
  const stops = await Promise.all(askedFor(projects).map(({ name }) => startServer(name, server)))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
    await server.stop()
  }
}

/** Playwright hands all projects over, also to a run of `--project wide` alone, which needs no second server. */
function askedFor(projects: FullConfig['projects']) {
  const { values } = parseArgs({ options: { project: { type: 'string', multiple: true } }, strict: false })
  const names = values.project
  return Array.isArray(names) ? projects.filter(({ name }) => names.includes(name)) : projects
}

type Urls = { adminUrl: string; appUrl: string }

async function startServer(project: string, { adminUrl, appUrl }: Urls) {
  const name = `stance_e2e_${process.pid}_${project}`
  await asOwner(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await asOwner(adminUrl, `CREATE DATABASE ${name}`)
  const port = await freePort()
  const installation = {
    url: addressAt(port),
    adminDatabase: named(adminUrl, name),
    appDatabase: named(appUrl, name),
    files: await mkdtemp(path.join(tmpdir(), 'stance-e2e-files-')),
  }
  keepInstallation(project, installation)
  const app = await serve(port, installation)
  return async () => {
    await app.stop()
    const beside = ['-audit-checkpoints.jsonl', '-stripe-stand-in.json'].map((end) => `${installation.files}${end}`)
    for (const left of [installation.files, ...beside]) await rm(left, { recursive: true, force: true })
    await asOwner(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}

/** One more process of the test's own installation, on a port of its own, to be stopped in the middle of the test. */
export const startApp = (port: number) => serve(port, ownInstallation())

async function serve(port: number, { adminDatabase, appDatabase, files }: Installation) {
  const app = spawn(process.execPath, ['scripts/serve.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      PORT: String(port),
      APP_URL: addressAt(port),
      DATABASE_ADMIN_URL: adminDatabase,
      DATABASE_URL: appDatabase,
      STORAGE_URL: files,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(app, 'exit')
  for await (const line of createInterface({ input: app.stdout })) {
    console.log(line)
    if (line.startsWith('Stance is running')) {
      app.stdout.resume()
      return {
        /** `SIGKILL` is how a power cut ends it. */
        async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
          app.kill(signal)
          await ended
        },
      }
    }
  }
  throw new Error('The server did not start.')
}

const addressAt = (port: number) => `http://localhost:${port}`

async function asOwner(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

function named(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = database
  return changed.href
}
