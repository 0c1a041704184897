import pg from 'pg'
import { startDatabase } from '#scripts/database/launch.ts'

// Inserts row after row until it is killed, and prints the number of each one that the database has acknowledged.
const { adminUrl } = await startDatabase({ directory: process.argv[2] ?? '' })
const client = new pg.Client({ connectionString: adminUrl })
await client.connect()
await client.query('CREATE TABLE IF NOT EXISTS acknowledged (number int PRIMARY KEY)')
for (let number = 1; ; number += 1) {
  await client.query('INSERT INTO acknowledged VALUES ($1)', [number])
  console.log(number)
}
