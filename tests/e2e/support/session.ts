import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'

/** Signs a demo person in by a row in the database, as signing in does. @returns what the cookie carries. */
export async function createSession(name: string): Promise<string> {
  const secret = randomUUID()
  const id = createHash('sha256').update(secret).digest('hex')
  const client = new pg.Client({ connectionString: process.env.STANCE_E2E_DATABASE })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `INSERT INTO session (id, user_id, expires_at) SELECT $1, id, now() + interval '1 hour' FROM "user" WHERE email = $2`,
      [id, `${name}@demo.stance.example`],
    )
    if (rowCount !== 1) throw new Error(`There is no ${name} in the demo cast.`)
    return secret
  } finally {
    await client.end()
  }
}
