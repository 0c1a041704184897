import { generateKeyPairSync } from 'node:crypto'
import pg from 'pg'
import { migrate } from '#scripts/database/migrate.ts'
import { startTestServer } from '#tests/support/test-server.ts'

/** Measures in this process with a migrated database of its own, to which `bare` speaks without anything of ours between. */
export async function inDatabaseOfItsOwn<T>(what: string, measure: (bare: pg.Client) => Promise<T>): Promise<T> {
  const server = await startTestServer()
  const name = `stance_bench_${what}_${process.pid}`
  const owner = new pg.Client({ connectionString: server.adminUrl })
  await owner.connect()
  await owner.query(`CREATE DATABASE ${name}`)
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString()
  const [adminUrl, appUrl] = [at(server.adminUrl), at(server.appUrl)]
  process.env.DATABASE_URL = appUrl
  process.env.DATABASE_ADMIN_URL = adminUrl
  process.env.ISSUER_KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const bare = new pg.Client({ connectionString: adminUrl })
  try {
    await migrate({ adminUrl, appUrl, directory: 'prisma/migrations' })
    await bare.connect()
    return await measure(bare)
  } finally {
    const { disconnect } = await import('#app/db/client.server.ts')
    await disconnect()
    await bare.end()
    await owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await owner.end()
    await server.stop()
  }
}
