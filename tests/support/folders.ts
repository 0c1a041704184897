import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

// A test that closes a folder says so itself.
process.umask(0o022)

const made: string[] = []

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder that goes with the test file. mkdtemp makes it for us alone, and the database's user must get in. */
export function temporaryFolder(): string {
  const folder = closedFolder()
  chmodSync(folder, 0o755)
  return folder
}

/** As `mktemp -d` makes it: nobody else may enter. */
export function closedFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'stance-test-'))
  made.push(folder)
  return folder
}
