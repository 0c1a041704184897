import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Fault } from '#scripts/narrate.mjs'
import { createCluster } from './cluster.ts'
import { type Lease, takeLease } from './lease.ts'
import { folderElsewhere, type Place, placeOf } from './place.ts'
import { freePort, isFree } from './port.ts'
import { hasSecrets, type Secrets, saveSecrets, secretsOf } from './secrets.ts'
import { pause, runningServer, type Server, type StartedServer, spawnServer, stopServer } from './server.ts'

export type Database = {
  /** Connects as `stance_owner`: migrations, the worker, new databases. */
  adminUrl: string
  /** Connects as `stance_app`, who cannot alter or delete audit entries. */
  appUrl: string
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

type Options = {
  directory: string
  port?: number
  /** More settings for the server, such as `fsync=off` for tests. */
  options?: string[]
  /** What the roles of a new server may do beyond the usual: a statement each. */
  grants?: string[]
}

const STARTING_PATIENCE_MS = 60_000

/**
 * Starts the PostgreSQL that npm installed on the data in `directory`, which is made when it is missing.
 * A server that is already running there is used as it is, so several processes may call this at the same time.
 * @throws Fault when the database cannot be had, saying what to do.
 */
export async function startDatabase({ directory, port, options = [], grants }: Options): Promise<Database> {
  const place = placeOf(resolve(directory))
  await forgetDeletedData(place)
  const secrets = secretsOf(place.directory, port ?? (await freePort()))
  createCluster(place, secrets, grants)
  const { lease, server } = await enter(place, { ...secrets, port: port ?? secrets.port }, options)
  return {
    ...urls({ ...secrets, port: server.port }),
    async stop() {
      const isLast = await lease.leave().catch(() => true)
      if (isLast) await stopServer(place.cluster, server)
      await lease.end()
    },
  }
}

/** Whoever deletes the data folder wants an empty database, also where the data had to live somewhere else. */
async function forgetDeletedData(place: Place): Promise<void> {
  if (hasSecrets(place.directory) || !existsSync(place.cluster)) return
  if (!place.cluster.startsWith(folderElsewhere(place.directory)))
    throw new Fault(
      `${place.directory}/connection.json is missing, and without its passwords the data there cannot be opened: ` +
        'restore the file, or remove the folder to begin with an empty database.',
    )
  const server = runningServer(place.cluster)
  if (server) await stopServer(place.cluster, server)
  rmSync(place.cluster, { recursive: true })
}

/** Takes a lease on the running server, or starts one first. */
async function enter(place: Place, secrets: Secrets, options: string[]): Promise<{ lease: Lease; server: Server }> {
  const deadline = performance.now() + STARTING_PATIENCE_MS
  let started: StartedServer | undefined
  while (performance.now() < deadline) {
    const server = runningServer(place.cluster)
    const lease = server && (await tryLease(server, secrets))
    if (server && lease) return { server, lease }

    if (started?.lastWords) {
      if (!isPassing(started.lastWords)) throw notStarted(started.lastWords)
      started = undefined
    }
    if (!server && !started) started = await start(place, secrets, options)
    await pause()
  }
  throw new Fault(`PostgreSQL does not answer. Its log is ${place.directory}/postgres.log.`)
}

async function start(place: Place, secrets: Secrets, options: string[]): Promise<StartedServer> {
  const port = (await isFree(secrets.port, '127.0.0.1')) ? secrets.port : await freePort()
  saveSecrets(place.directory, { ...secrets, port })
  return spawnServer(place, port, options)
}

/** Undefined while the server is starting, recovering or about to stop. */
async function tryLease(server: Server, secrets: Secrets): Promise<Lease | undefined> {
  return takeLease(urlOf('stance_owner', secrets.ownerPassword, server.port, 'postgres')).catch((error) => {
    if (error.code === '28P01') throw new Fault('connection.json does not hold the passwords of this database.')
    return undefined
  })
}

/** Another launcher was faster, took the port, or processes of a killed server are about to end. */
const isPassing = (log: string) =>
  /lock file "postmaster.pid" already exists|could not bind|pre-existing shared memory/.test(log)

function notStarted(log: string): Fault {
  if (log.includes('No space left on device')) return new Fault('The disk is full: make room and start again.')
  return new Fault(`PostgreSQL did not start. Its log ends with:\n${log}`)
}

const urls = ({ port, ownerPassword, appPassword }: Secrets) => ({
  adminUrl: urlOf('stance_owner', ownerPassword, port, 'stance'),
  appUrl: urlOf('stance_app', appPassword, port, 'stance'),
})

const urlOf = (role: string, password: string, port: number, database: string) =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
