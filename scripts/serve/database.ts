import { connect } from '#scripts/database/connect.ts'
import { startDatabase } from '#scripts/database/launch.ts'
import { Fault, step } from '#scripts/narrate.mjs'

const DATA_FOLDER = '.data/postgres'

/**
 * Makes sure that DATABASE_URL and DATABASE_ADMIN_URL name a database that answers: the given one, or our own.
 * @returns how to leave it.
 */
export async function openDatabase(directory = DATA_FOLDER): Promise<() => Promise<void>> {
  const { DATABASE_URL, DATABASE_ADMIN_URL } = process.env
  if (DATABASE_URL) {
    await step('Reaching the database', () => reach(DATABASE_URL, DATABASE_ADMIN_URL))
    return async () => {}
  }
  if (DATABASE_ADMIN_URL) throw new Fault('DATABASE_ADMIN_URL is set and DATABASE_URL is not: set both, or none.')
  const database = await step('Starting the database', () => startDatabase({ directory }))
  process.env.DATABASE_URL = database.appUrl
  process.env.DATABASE_ADMIN_URL = database.adminUrl
  return database.stop
}

async function reach(appUrl: string, adminUrl: string | undefined): Promise<void> {
  await (await connect(appUrl, 'DATABASE_URL')).end()
  if (adminUrl) await (await connect(adminUrl, 'DATABASE_ADMIN_URL')).end()
}
