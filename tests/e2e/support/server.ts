import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { freePort } from '#scripts/database/port.ts'
import { startTestServer } from '#tests/support/test-server.ts'

/**
 * Starts what `npm start` starts, as a process of its own, on an empty database and a free port.
 * @returns how to stop it and drop the database.
 */
export default async function startServer() {
  const server = await startTestServer()
  const name = `stance_e2e_${process.pid}`
  await asOwner(server.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await asOwner(server.adminUrl, `CREATE DATABASE ${name}`)

  const port = await freePort()
  process.env.STANCE_E2E_URL = `http://localhost:${port}`
  process.env.STANCE_E2E_DATABASE = named(server.adminUrl, name)
  process.env.STANCE_E2E_APP_DATABASE = named(server.appUrl, name)
  const files = await mkdtemp(path.join(tmpdir(), 'stance-e2e-files-'))
  process.env.STORAGE_URL = files
  const app = await startApp(port)
  return async () => {
    await app.stop()
    await rm(files, { recursive: true, force: true })
    await asOwner(server.adminUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    await server.stop()
  }
}

/** One more process of the same installation may run on a port of its own, to be stopped in the middle of a test. */
export async function startApp(port: number) {
  const app = spawn(process.execPath, ['scripts/serve.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      DATABASE_ADMIN_URL: process.env.STANCE_E2E_DATABASE,
      DATABASE_URL: process.env.STANCE_E2E_APP_DATABASE,
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
