import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#scripts/narrate.mjs'

/** How to reach the embedded database: kept beside its data, for nobody else to read. */
export type Secrets = { port: number; ownerPassword: string; appPassword: string }

const fileIn = (directory: string) => join(directory, 'connection.json')

export const hasSecrets = (directory: string) => existsSync(fileIn(directory))

/** The secrets of a data folder, made on the first start. */
export function secretsOf(directory: string, freePort: number): Secrets {
  if (!hasSecrets(directory)) create(directory, freePort)
  try {
    return JSON.parse(readFileSync(fileIn(directory), 'utf8'))
  } catch {
    throw new Fault(
      `${fileIn(directory)} cannot be read: it belongs to another user or is damaged. ` +
        'Start Stance as the user who started it first, or restore the file.',
    )
  }
}

export function saveSecrets(directory: string, secrets: Secrets): void {
  renameSync(writeAside(directory, secrets), fileIn(directory))
}

/** Of two launchers that start at the same moment the first one decides: link() does not replace a file. */
function create(directory: string, port: number): void {
  const aside = writeAside(directory, { port, ownerPassword: newPassword(), appPassword: newPassword() })
  try {
    linkSync(aside, fileIn(directory))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
}

function writeAside(directory: string, secrets: Secrets): string {
  const aside = `${fileIn(directory)}.${process.pid}`
  writeFileSync(aside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return aside
}

const newPassword = () => randomBytes(24).toString('base64url')
