import { generateClientIfChanged } from '#scripts/serve/client.ts'
import { runShowing } from './run-showing.ts'

const PRISMA_DIFF = 'migrate diff --from-migrations prisma/migrations --to-schema prisma/schema.prisma --exit-code'

/** npm run check: what can be said of the source without building it. Stops at the first that fails. */
export async function runChecks(): Promise<void> {
  await generateClientIfChanged()
  await runShowing('Types of the routes', ['node_modules/@react-router/dev/bin.cjs', 'typegen'])
  await runShowing('Types', ['node_modules/typescript/bin/tsc'])
  await runShowing('Lint and format', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'])
  await runShowing('Content', ['scripts/content-check.ts'])
  await runShowing('Architecture', ['node_modules/vitest/vitest.mjs', 'run', 'tests/architecture'])
  await runShowing('Migrations against the schema', ['scripts/prisma/command.ts', ...PRISMA_DIFF.split(' ')])
}
