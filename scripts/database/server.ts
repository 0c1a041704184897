import { spawn } from 'node:child_process'
import { closeSync, fchownSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#scripts/narrate.mjs'
import type { Place } from './place.ts'
import { commandLine, isAlive } from './process.ts'

export type Server = { pid: number; port: number }

/** `lastWords` is the end of the log, once the server has ended. */
export type StartedServer = { lastWords?: string }

const logOf = (place: Place) => join(place.directory, 'postgres.log')

/** The server that is running on a cluster, whoever started it. */
export function runningServer(cluster: string): Server | undefined {
  const { pid, port } = readPidFile(cluster)
  if (!pid || !port || !isAlive(pid)) return undefined
  // After a crash the number may belong to another program by now.
  return commandLine(pid).includes(cluster) ? { pid, port } : undefined
}

/** PostgreSQL writes its process id on line 1 and its port on line 4. */
function readPidFile(cluster: string): { pid?: number; port?: number } {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) }
  } catch {
    return {}
  }
}

/** Starts PostgreSQL on a cluster and returns at once: it may still be recovering, or about to fail. */
export function spawnServer(place: Place, port: number, options: string[]): StartedServer {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // a socket's path may have only 107 characters, which a deep folder exceeds
    'unix_socket_directories=',
    'log_checkpoints=off',
    'log_timezone=UTC',
    'timezone=UTC',
    ...options,
  ]
  // To a file and not a pipe: the server must outlive a launcher that is killed.
  const log = openLog(place)
  const stalePid = readPidFile(place.cluster).pid
  const server = spawn(
    join(place.natives, 'bin/postgres'),
    ['-D', place.cluster, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...place.runAs,
      cwd: place.cluster,
      // Ctrl-C reaches every process of a terminal's group; the database must end last.
      detached: true,
      stdio: ['ignore', log, log],
      env: {
        LC_ALL: 'C',
        // PostgreSQL takes a leftover postmaster.pid for a running server when that process id is in use again, unless
        // it is this one. It still looks for its own orphans, so nothing is lost.
        ...(stalePid ? { PG_GRANDPARENT_PID: String(stalePid) } : {}),
      },
    },
  )
  closeSync(log)
  server.unref()
  const started: StartedServer = {}
  server.once('exit', () => {
    started.lastWords = endOfLog(place)
  })
  server.once('error', (error) => {
    started.lastWords = error.message
  })
  return started
}

/** Ends open transactions and stops cleanly ("fast shutdown"), or within `patienceMs` by force, which loses no commit. */
export async function stopServer(cluster: string, { pid }: Server, patienceMs = 30_000): Promise<void> {
  const isRunning = () => runningServer(cluster)?.pid === pid
  const signal = (name: NodeJS.Signals) => isRunning() && process.kill(pid, name)
  signal('SIGINT')
  if (await until(() => !isRunning(), patienceMs)) return
  signal('SIGQUIT')
  if (!(await until(() => !isRunning(), 10_000))) throw new Fault(`PostgreSQL (process ${pid}) does not stop.`)
}

export async function until(holds: () => boolean, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs
  while (!holds()) {
    if (performance.now() > deadline) return false
    await pause()
  }
  return true
}

export const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

function openLog(place: Place): number {
  const log = openSync(logOf(place), 'a', 0o640)
  if (place.runAs) fchownSync(log, place.runAs.uid, place.runAs.gid)
  return log
}

function endOfLog(place: Place): string {
  try {
    return readFileSync(logOf(place), 'utf8').trimEnd().split('\n').slice(-8).join('\n')
  } catch {
    return `${logOf(place)} cannot be read.`
  }
}
