import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// npm run lock:complete. `npm install` may leave packages for other machines out of package-lock.json (npm issue 4828,
// or a registry that lacks them), and `npm ci` then refuses the file on every machine. This writes them back.

type Entry = { version: string; dev?: boolean; optional?: boolean; os?: string[]; cpu?: string[]; libc?: string[] }
type LockFile = { packages: Record<string, Entry & { optionalDependencies?: Record<string, string> }> }

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openbsd', 'sunos', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** The optional packages that some package of the lock file asks for and that have no entry of their own. */
export function missingEntries({ packages }: LockFile): [string, Entry][] {
  const present = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
  return Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !present.has(name))
      .map(([name, version]): [string, Entry] => [`node_modules/${name}`, entryFor(name, version, dev)]),
  )
}

/** Such a package says in its name for which machine it is: @biomejs/cli-linux-x64-musl. */
function entryFor(name: string, version: string, dev: boolean | undefined): Entry {
  const words = name.split(/[/-]/)
  const of = (key: 'os' | 'cpu' | 'libc', known: string[]) => {
    const named = known.filter((word) => words.includes(word))
    return named.length > 0 ? { [key]: named } : {}
  }
  const libc = words.includes('gnu') || words.includes('gnueabihf') ? { libc: ['glibc'] } : of('libc', ['musl'])
  return { version, ...of('cpu', PROCESSORS), ...(dev ? { dev } : {}), ...libc, optional: true, ...of('os', SYSTEMS) }
}

function completeLockFile(file: string): void {
  const lock: LockFile = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingEntries(lock)
  const entries = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(entries) }, null, 2)}\n`)
  console.log(missing.length === 0 ? 'Nothing is missing.' : `Added ${missing.map(([path]) => path).join(', ')}.`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) completeLockFile('package-lock.json')
