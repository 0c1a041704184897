import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '#scripts/database/port.ts'

export type Stance = {
  url: string
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
}

/**
 * Starts the application in a process of its own, on the database of this run.
 * @param port to come back at the same address after it was stopped.
 */
export async function startStance(port?: number): Promise<Stance> {
  const chosen = port ?? (await freePort())
  const child = spawn(process.execPath, ['scripts/serve.ts'], {
    env: { ...process.env, PORT: `${chosen}`, APP_URL: `http://localhost:${chosen}`, LOG_LEVEL: 'error', DEMO: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await untilRunning(child)
  return { url: `http://localhost:${chosen}`, stop: () => stop(child) }
}

async function untilRunning(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        said += text
        if (said.includes('Stance is running')) resolve()
      })
    child.once('exit', (code) => reject(new Error(`Stance ended with ${code}:\n${said}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
