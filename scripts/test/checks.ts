import { runQuietly } from '#scripts/serve/child.ts'

type Check = { title: string; run(): Promise<void> }

const node = (title: string, ...words: string[]): Check => ({ title, run: () => runQuietly(title, words, {}) })

const REACT_ROUTER = 'node_modules/@react-router/dev/bin.cjs'
const PRISMA = 'scripts/prisma/command.ts'

/** What can be said of the source without running it, the quickest first. */
export const checks: Check[] = [
  // Source only: prose under content/ and docs/ is laid out by whoever writes it.
  node('Lint', 'node_modules/@biomejs/biome/bin/biome', 'check', 'app', 'prisma', 'scripts', 'tests'),
  node('Route types', REACT_ROUTER, 'typegen'),
  node('Types', 'node_modules/typescript/bin/tsc'),
  node('Content', 'scripts/content-check.ts'),
  node('Architecture', 'node_modules/vitest/vitest.mjs', 'run', '--project=unit', 'tests/architecture'),
  node(
    'Migrations',
    ...[PRISMA, 'migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma'],
    '--exit-code',
  ),
]
