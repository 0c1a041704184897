import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { explain } from '#scripts/narrate.mjs'
import { openDatabase } from '#scripts/serve/database.ts'
import { loadEnvironmentFile } from '#scripts/serve/environment.ts'
import { prismaEnvironment } from './environment.ts'

// npm run prisma -- ARGS: Prisma's own command line, with an engine and with our database if none is given.

const NEED_NO_DATABASE = new Set(['generate', 'validate', 'format', 'version', undefined])

async function prisma(words: string[]): Promise<number> {
  loadEnvironmentFile()
  const leaveDatabase = NEED_NO_DATABASE.has(words[0]) ? async () => {} : await openDatabase()
  try {
    const child = spawn(process.execPath, ['node_modules/prisma/build/index.js', ...words], {
      stdio: 'inherit',
      env: { ...process.env, ...prismaEnvironment() },
    })
    // Ctrl-C at one of Prisma's questions ends Prisma; the database is still ours to stop.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    const [code] = await once(child, 'exit')
    return code ?? 1
  } finally {
    await leaveDatabase()
  }
}

process.exitCode = await prisma(process.argv.slice(2)).catch((error) => {
  console.error(explain(error))
  return 1
})
