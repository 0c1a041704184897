import { mkdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes the folder for uploaded files, closed to other users of the machine. The folders above stay open: beside it lies the
 * database, which runs as another user where we are root.
 */
export function makeStorageFolder(folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}
