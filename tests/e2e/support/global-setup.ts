import pg from 'pg'
import { startDatabase } from '#scripts/database/launch.ts'
import { startStance } from './stance.ts'

/** One fresh database with the demo cast, and the built application serving it as `npm start` does. */
export default async function globalSetup() {
  const options = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const database = await startDatabase({ directory: '.data/e2e', options })
  await createEmpty(database.adminUrl)
  process.env.DATABASE_URL = named(database.appUrl)
  process.env.DATABASE_ADMIN_URL = named(database.adminUrl)
  const stance = await startStance()
  process.env.STANCE_URL = stance.url
  return async () => {
    await stance.stop()
    await database.stop()
  }
}

const NAME = 'stance_e2e'

const named = (url: string) => Object.assign(new URL(url), { pathname: `/${NAME}` }).toString()

async function createEmpty(adminUrl: string): Promise<void> {
  const server = new pg.Client({ connectionString: adminUrl })
  await server.connect()
  await server.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
  await server.query(`CREATE DATABASE ${NAME}`)
  await server.end()
}
