import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach } from 'vitest'

const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

export type Script = {
  child: ChildProcess
  /** Everything that it has printed so far. */
  said(): string
  /** Waits until it prints this. */
  says(text: string | RegExp): Promise<void>
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

/** Runs a TypeScript file of this project in a process of its own. */
export function runScript(
  script: string,
  words: string[] = [],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
) {
  return follow(
    spawn(process.execPath, [path.resolve(script), ...words], {
      cwd: options.cwd ?? process.cwd(),
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

export function follow(child: ChildProcess): Script {
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => {
      output += text
    })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal)
    }),
  )
  const hasSaid = (text: string | RegExp) => (typeof text === 'string' ? output.includes(text) : text.test(output))
  return {
    child,
    ended,
    said: () => output,
    async says(text) {
      await until(() => hasSaid(text) || child.exitCode !== null || child.signalCode !== null)
      if (!hasSaid(text)) throw new Error(`It ended without saying ${text}:\n${output}`)
    },
  }
}

/** Waits for a condition. The test's own time limit is the only one. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20)
}

/** The process id of the PostgreSQL that runs on a data folder, or undefined. */
export function postgresPid(directory: string): number | undefined {
  const file = path.join(directory, 'cluster/postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return isAlive(pid) ? pid : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
