import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { buildIfChanged } from '#scripts/serve/build.ts'

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

const LINKED = ['app', 'node_modules', 'public', 'scripts', 'prisma', 'prisma.config.ts', 'tsconfig.json']
const BUILT_FROM = ['package.json', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts']

/** This project in a folder of its own: the same source and build, other data, and content that a test may spoil. */
export async function projectFolder(): Promise<string> {
  await buildIfChanged()
  const folder = temporaryFolder()
  cpSync('build', path.join(folder, 'build'), { recursive: true })
  for (const name of [...LINKED, ...BUILT_FROM]) symlinkSync(path.resolve(name), path.join(folder, name))
  cpSync('content', path.join(folder, 'content'), { recursive: true })
  return folder
}
