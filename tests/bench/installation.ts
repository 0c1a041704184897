import type pg from 'pg'
import { freePort } from '#scripts/database/port.ts'
import { startServer } from './load.ts'

/** Where installations are made: by the owner of the databases, each served as production serves it. */
export type Setting = {
  owner: pg.Client
  connectTo: (database: string) => Promise<pg.Client>
  environment: (port: number, database: string) => NodeJS.ProcessEnv
}

/** A database of its own, to be filled by its `client`, and a server of it; a second one once it is filled. */
export async function createInstallation(database: string, { owner, connectTo, environment }: Setting) {
  await owner.query(`CREATE DATABASE ${database}`)
  const start = async (NODE_ENV: string) =>
    startServer('scripts/serve.ts', { ...environment(await freePort(), database), NODE_ENV })
  const server = await start('production')
  // Only outside of production does an answer say how many statements it took.
  return { server, client: await connectTo(database), startCounting: () => start('test') }
}
