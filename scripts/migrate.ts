import { migrate } from './database/migrate.ts'
import { explain } from './narrate.mjs'
import { openDatabase } from './serve/database.ts'
import { loadEnvironmentFile } from './serve/environment.ts'

// npm run db:migrate: brings a database up to date without starting the platform, as a deployment does first.

async function migrateFromCommandLine() {
  loadEnvironmentFile()
  const leaveDatabase = await openDatabase()
  try {
    const { DATABASE_URL: appUrl = '', DATABASE_ADMIN_URL } = process.env
    const applied = await migrate({ adminUrl: DATABASE_ADMIN_URL || appUrl, appUrl, directory: 'prisma/migrations' })
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.')
  } finally {
    await leaveDatabase()
  }
}

await migrateFromCommandLine().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
