import { readdirSync } from 'node:fs'
import { listAppliedMigrations } from '#app/db/readiness.server.ts'
import { logger } from './log.server.ts'

type Readiness = { isReady: boolean; because: string }

const MIGRATIONS = 'prisma/migrations'

const expectedMigrations = () =>
  readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

/** Whether the database answers and has every migration that this version of the application needs. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    const applied = await listAppliedMigrations()
    const missing = expectedMigrations().filter((name) => !applied.includes(name))
    if (missing.length > 0) return { isReady: false, because: `migrations are missing: ${missing.join(', ')}` }
    return { isReady: true, because: 'ready' }
  } catch (error) {
    // The reason is for the log: it may name hosts and users.
    logger.error({ err: error }, 'the database does not answer')
    return { isReady: false, because: 'the database does not answer' }
  }
}
