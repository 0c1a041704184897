import { parseArgs } from 'node:util'
import { readCheckpoints } from '#app/domain/audit/checkpoint.ts'
import { printReport } from './audit/print-report.ts'
import { withDatabase } from './database/with-database.ts'
import { explain, Fault } from './narrate.mjs'

// npm run audit:verify: whether anything that was recorded was altered, taken out or moved. docs/security.md says what that proves.

const USAGE = `Usage: npm run audit:verify [-- --checkpoints FILE]
  FILE  checkpoints that were kept elsewhere, one a line; a saved mail will do.
        Without it the file is taken that the sealer writes.`

async function main() {
  const file = readArguments()
  await withDatabase(async () => {
    const { isWhole, verifyAudit } = await import('#app/features/audit/verify-audit.server.ts')
    const report = await verifyAudit(await keptCheckpoints(file))
    console.log(printReport(report))
    process.exitCode = isWhole(report) ? 0 : 1
  })
}

function readArguments(): string | undefined {
  try {
    return parseArgs({ options: { checkpoints: { type: 'string' } } }).values.checkpoints
  } catch {
    throw new Fault(USAGE)
  }
}

async function keptCheckpoints(file: string | undefined) {
  const { readCheckpointFile } = await import('#app/integrations/checkpoint-file.server.ts')
  const text = await readCheckpointFile(file)
  if (text === null && file) throw new Fault(`There is no file ${file}.`)
  const { checkpoints, unreadable } = readCheckpoints(text ?? '')
  if (unreadable.length > 0) throw new Fault(`These lines are no checkpoints: ${unreadable.join(', ')}.`)
  return checkpoints
}

await main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 2
})
