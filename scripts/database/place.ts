import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#scripts/narrate.mjs'
import { installedNatives } from './natives.ts'

export type SystemUser = { uid: number; gid: number }

/** Where an embedded database lives, and as whom it runs (undefined: as ourselves). */
export type Place = {
  /** Holds connection.json and the log. */
  directory: string
  /** PostgreSQL's data directory. */
  cluster: string
  /** PostgreSQL's programs: bin/, lib/, share/. */
  natives: string
  runAs: SystemUser | undefined
}

/**
 * Decides where the data of `directory` and PostgreSQL's programs are.
 *
 * PostgreSQL refuses to run as root, so root runs it as another user. That user cannot pass a closed folder anywhere
 * above (as `mktemp -d` makes them), and then data and programs live in a folder of our own under /var/tmp.
 */
export function placeOf(directory: string): Place {
  makeWritable(directory)
  const here = { directory, cluster: join(directory, 'cluster'), natives: installedNatives() }
  if (process.getuid?.() !== 0) return { ...here, runAs: undefined }

  const runAs = ownerOf(here.cluster) ?? databaseUser()
  return {
    directory,
    runAs,
    cluster: canEnter(runAs, directory) ? here.cluster : clusterElsewhere(here.cluster, directory),
    natives: canRun(runAs, here.natives) ? here.natives : nativesElsewhere(here.natives),
  }
}

/** The folder under /var/tmp that takes the place of a directory which the database's user cannot enter. */
export function folderElsewhere(directory: string): string {
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 12)
  return `/var/tmp/stance-${name}`
}

function makeWritable(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error
    throw new Fault(
      `Stance cannot write to its data folder ${directory}: give this user the right to write there, ` +
        'or set DATABASE_URL to a PostgreSQL of yours.',
    )
  }
}

/** Data that an ordinary user made goes on belonging to that user, so that both can start it. */
function ownerOf(cluster: string): SystemUser | undefined {
  if (!existsSync(cluster)) return undefined
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? undefined : { uid, gid }
}

function databaseUser(): SystemUser {
  const idOf = (name: string, flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf(name, '-u'), gid: idOf(name, '-g') }
    } catch {
      // this machine has no such user
    }
  }
  throw new Fault(
    'PostgreSQL refuses to run as root, and this machine has neither a user postgres nor a user nobody: ' +
      'start Stance as an ordinary user, or set DATABASE_URL.',
  )
}

/** Asked of the system itself: permissions, access lists and mount options all count. */
const succeeds = (user: SystemUser, command: string, ...words: string[]) =>
  spawnSync(command, words, { ...user, cwd: '/', stdio: 'ignore', env: {} }).status === 0

const canEnter = (user: SystemUser, directory: string) => succeeds(user, '/usr/bin/test', '-x', directory)

const canRun = (user: SystemUser, natives: string) => succeeds(user, join(natives, 'bin/postgres'), '--version')

function clusterElsewhere(cluster: string, directory: string): string {
  if (existsSync(cluster))
    throw new Fault(
      `A folder above ${cluster} has been closed (mode 700) since the database was made: ` +
        'open it again, or start Stance as the user who owns the data.',
    )
  return join(ownFolder(directory), 'cluster')
}

/** One copy for all data folders: PostgreSQL's programs are 60 MB. */
function nativesElsewhere(natives: string): string {
  const { mtimeMs, size } = statSync(join(natives, 'bin/postgres'))
  const copy = join(ownFolder(natives), `native-${size}-${Math.trunc(mtimeMs)}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(natives, unfinished, { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  putInPlace(unfinished, copy)
  return copy
}

/** npm installs under the umask of root, which may close every single file to others. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755)
}

/** Gives a finished folder its name, unless another launcher, which does the same, was faster. */
export function putInPlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true })
  }
}

/** /var/tmp is everybody's: a folder that somebody else put there first is not trusted with our data or programs. */
function ownFolder(directory: string): string {
  const folder = folderElsewhere(directory)
  // No mode here, which the umask would narrow; and none on a folder that may be somebody else's.
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755)
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)
    throw new Fault(`${folder} belongs to somebody else: remove it, and start Stance again.`)
  return folder
}
