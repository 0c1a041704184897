import { createHash, randomUUID } from 'node:crypto'
import { inDatabase } from './database.ts'

/** One of the demo cast by name, or anybody by the address. */
export type Who = string | { email: string }

/** Signs somebody in by a row in the database, as signing in does. @returns what the cookie carries. */
export async function createSession(who: Who): Promise<string> {
  const secret = randomUUID()
  const id = createHash('sha256').update(secret).digest('hex')
  const { rowCount } = await inDatabase(
    `INSERT INTO session (id, user_id, expires_at) SELECT $1, id, now() + interval '1 hour' FROM "user" WHERE email = $2`,
    [id, addressOf(who)],
  )
  if (rowCount !== 1) throw new Error(`There is no account of ${addressOf(who)}.`)
  return secret
}

/** Ends every session of a demo person, as time does. */
export async function endSessions(name: string): Promise<void> {
  await inDatabase('DELETE FROM session WHERE user_id = (SELECT id FROM "user" WHERE email = $1)', [addressOf(name)])
}

const addressOf = (who: Who) => (typeof who === 'string' ? `${who}@demo.stance.example` : who.email)
