import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Fault } from '#scripts/narrate.mjs'
import { type Place, putInPlace } from './place.ts'
import { isAlive } from './process.ts'
import type { Secrets } from './secrets.ts'

/**
 * Only our two roles can connect, with a password and from this machine. PostgreSQL's superuser has no way in: what
 * needs one would not work on a managed database either.
 */
const WHO_MAY_CONNECT = 'host all stance_owner,stance_app 127.0.0.1/32 scram-sha-256\n'

/** Letters sort as people expect ("Łucja" beside "Lucy"), and alike on every machine. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und']

/**
 * Makes PostgreSQL's data directory, with our roles and an empty database in it, unless it is there.
 * It grows under another name and is renamed when complete, so that a first start may be cut off at any moment.
 * `grants` are what the roles may do beyond that, a statement each.
 */
export function createCluster(place: Place, secrets: Secrets, grants: string[] = []): void {
  if (existsSync(place.cluster)) return
  removeUnfinished(place.cluster)
  const unfinished = `${place.cluster}.${process.pid}`
  mkdirSync(unfinished, { mode: 0o700 })
  if (place.runAs) chownSync(unfinished, place.runAs.uid, place.runAs.gid)

  run(place, 'initdb', ['-D', unfinished, '-U', 'postgres', '--auth=reject', '--no-instructions', ...LOCALE])
  run(
    place,
    'postgres',
    ['--single', '-D', unfinished, '-c', 'exit_on_error=on', 'postgres'],
    [...rolesAndDatabase(secrets), ...grants, ''].join('\n'),
  )
  writeFileSync(join(unfinished, 'pg_hba.conf'), WHO_MAY_CONNECT)

  putInPlace(unfinished, place.cluster)
}

/** Passwords go through standard input, where a list of processes does not show them. One command, one line. */
const rolesAndDatabase = ({ ownerPassword, appPassword }: Secrets) => [
  `CREATE ROLE stance_owner LOGIN CREATEDB PASSWORD '${ownerPassword}'`,
  `CREATE ROLE stance_app LOGIN PASSWORD '${appPassword}'`,
  // lets the owner end other sessions: tests drop databases, `migrate reset` too
  'GRANT pg_signal_backend TO stance_owner',
  'CREATE DATABASE stance OWNER stance_owner',
]

function run(place: Place, program: string, words: string[], input = ''): void {
  const path = join(place.natives, 'bin', program)
  const env = { LC_ALL: 'C', TZ: 'UTC' }
  const { status, stdout, stderr, error } = spawnSync(path, words, {
    ...place.runAs,
    cwd: '/',
    env,
    input,
    encoding: 'utf8',
  })
  if (status === 0) return
  const said = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim()
  if (said.includes('No space left on device')) throw new Fault('The disk is full: make room and start again.')
  throw new Fault(`The database could not be created. ${program} says:\n${said}`)
}

/** What a launcher left behind that was killed while it made a cluster. */
function removeUnfinished(cluster: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    const pid = /^cluster\.(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(dirname(cluster), name), { recursive: true })
  }
}
