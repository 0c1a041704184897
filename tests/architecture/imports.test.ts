import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Which layers a layer may import, beside itself. Whatever is not named here is not allowed. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'root files': ['routes', 'features', 'domain', 'db', 'integrations', 'auth', 'content', 'http', 'ui', 'root files'],
  routes: ['features', 'domain', 'auth', 'content', 'http', 'ui', 'rich-text', 'screen', 'root files'],
  features: [
    'domain',
    'db',
    'auth',
    'content',
    'integrations',
    'http',
    'ui',
    'rich-text',
    'screen',
    'pdf',
    'root files',
  ],
  domain: [],
  db: ['domain', 'root files'],
  content: ['domain', 'db', 'ui', 'root files'],
  ui: ['domain'],
  'rich-text': ['domain', 'ui'],
  screen: ['domain', 'http', 'ui', 'rich-text', 'root files'],
  pdf: ['ui'],
  auth: ['domain', 'db', 'root files'],
  http: ['domain', 'db', 'auth', 'root files'],
  integrations: ['domain', 'db', 'root files'],
}

/** A package that only one place may know. */
const KEPT_IN: [name: RegExp, place: RegExp][] = [
  [/^@prisma\//, /^app\/db\//],
  [/^pg$/, /^app\/db\//],
  [/^lucia$/, /^app\/auth\//],
  [/^stripe$/, /^app\/integrations\//],
  [/^nodemailer$/, /^app\/integrations\//],
  [/^graphile-worker$/, /^app\/integrations\//],
  [/^@digital(bazaar|credentials)\//, /^app\/features\/credentials\/signing\//],
]

type Import = { from: string; to: string }

const files = readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(path.join('db', 'generated')))
  .map((file) => path.posix.join('app', file.split(path.sep).join('/')))

const imports: Import[] = files.flatMap((from) => {
  const source = readFileSync(path.join(ROOT, from), 'utf8')
  const specifiers = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return specifiers.map((specifier) => ({ from, to: resolve(from, specifier) }))
})

function resolve(from: string, specifier: string): string {
  if (/^#(app|prisma)\//.test(specifier)) return specifier.slice(1)
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier))
  return specifier
}

/** `app/features/marking/lock-mark.server.ts` is in layer `features`; `app/root.tsx` stands above the layers. */
function layerOf(file: string): string {
  const [, folder, ...rest] = file.split('/')
  return rest.length > 0 && folder ? folder : 'root files'
}

const featureOf = (file: string) => /^app\/features\/([^/]+)\//.exec(file)?.[1]
const isOurs = ({ to }: Import) => to.startsWith('app/') && !to.includes('/+types/')

describe('imports', () => {
  it('finds the source', () => expect(imports.length).toBeGreaterThan(50))

  it('go in one direction: routes, features, domain', () => {
    const against = imports.filter(isOurs).filter(({ from, to }) => {
      const layer = layerOf(from)
      return layerOf(to) !== layer && !MAY_IMPORT[layer]?.includes(layerOf(to))
    })
    expect(against).toEqual([])
  })

  it('never go from one feature to another', () => {
    const across = imports.filter(
      ({ from, to }) => featureOf(from) && featureOf(to) && featureOf(from) !== featureOf(to),
    )
    expect(across).toEqual([])
  })

  it('keep each outside package in its one place', () => {
    const astray = imports.filter(({ from, to }) => KEPT_IN.some(([name, place]) => name.test(to) && !place.test(from)))
    expect(astray).toEqual([])
  })

  it('leave a clock and a database out of domain/', () => {
    const impure = files
      .filter((file) => file.startsWith('app/domain/'))
      .filter((file) => /new Date\(\)|Date\.now\(\)|Math\.random\(|node:|process\./.test(codeOf(file)))
    expect(impure).toEqual([])
  })

  it('read process.env in one file only', () => {
    const readers = files.filter((file) => /process\.env/.test(codeOf(file)))
    expect(readers).toEqual(['app/env.server.ts'])
  })

  it('lead from a command to no .tsx file: Node runs plain TypeScript only', () => {
    const reached = new Set(COMMANDS)
    for (const file of reached) for (const next of runImports(file)) reached.add(next)
    expect(reached.size).toBeGreaterThan(50)
    expect([...reached].filter((file) => file.endsWith('.tsx'))).toEqual([])
  })
})

/** What Node starts without a build: the commands, and through them the worker and the demonstration. */
const COMMANDS = readdirSync(path.join(ROOT, 'scripts'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.posix.join('scripts', file.split(path.sep).join('/')))

/** Our own files that a file loads when it runs. An `import type` leaves nothing behind. */
const runImports = (file: string): string[] =>
  [...codeOf(file).matchAll(/(?:^|\n)(?:import|export)\s(?!type\b)[^'\n]*(?:\n[^']*)?'([^']+)'|import\('([^']+)'\)/g)]
    .map((match) => resolve(file, match[1] ?? match[2] ?? ''))
    .filter((to) => /^(app|scripts|prisma)\/.*\.tsx?$/.test(to) && !to.startsWith('app/db/generated/'))

/** The file without its comments, which may speak of anything. */
const codeOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
