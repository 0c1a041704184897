import pg from 'pg'
import { Fault } from '#scripts/narrate.mjs'

export type Setting = 'DATABASE_URL' | 'DATABASE_ADMIN_URL' | 'DATABASE_READ_URL'

/** One connection. The caller ends it. @throws Fault when it cannot be had, naming the setting and what to mend. */
export async function connect(url: string, setting: Setting): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection that is cut reports to the query under way; without a listener it would end the process as well.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new Fault(`${whatIsWrong(error as { code?: string; message: string }, new URL(url))} (${setting})`)
  }
}

function whatIsWrong(error: { code?: string; message: string }, url: URL): string {
  const user = decodeURIComponent(url.username)
  const database = decodeURIComponent(url.pathname.slice(1))
  switch (error.code) {
    case '28P01':
    case '28000':
      return `The database at ${url.host} refuses the user "${user}": check the name and the password. It says: ${error.message}.`
    case '3D000':
      return `There is no database "${database}" at ${url.host}: create it, with the user of DATABASE_ADMIN_URL as its owner, or name another.`
    case '42501':
      return `The user "${user}" may not connect to the database "${database}" at ${url.host}: grant it that right.`
    case '53300':
      return `The database at ${url.host} takes no more connections: end some, or allow it more.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `No machine named "${url.hostname}" can be found: check the address of the database.`
    default:
      return `The database at ${url.host} cannot be reached: start it, or check the address. (${error.message || error.code})`
  }
}
