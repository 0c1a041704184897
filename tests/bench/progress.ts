import type pg from 'pg'
import { freePort } from '#scripts/database/port.ts'
import { type Server, startServer } from './load.ts'
import { fillProgress, type ProgressSet } from './progress-set.ts'

const SIZES = [50, 500] as const
const ROUNDS = 30
const WARM_UP_ROUNDS = 5

type Environment = (port: number, database: string) => NodeJS.ProcessEnv

export type ProgressRow = { page: string; trainees: number; medianMs: number; statements: number }

/**
 * How long `/progress` of a trainee with sixty pieces of evidence takes, and the pathway table of a cohort of 50 and of 500 such
 * trainees, with the statements of each.
 */
export async function measureProgress(
  owner: pg.Client,
  connectTo: (database: string) => Promise<pg.Client>,
  environment: Environment,
): Promise<ProgressRow[]> {
  const rows: ProgressRow[] = []
  for (const trainees of SIZES) {
    const database = `stance_bench_progress_${process.pid}_${trainees}`
    await owner.query(`CREATE DATABASE ${database}`)
    // Only outside of production does an answer say how many statements it took.
    const server = await startServer('scripts/serve.ts', {
      ...environment(await freePort(), database),
      NODE_ENV: 'test',
    })
    try {
      rows.push(...(await measureBoth(server, trainees, await fill(database, trainees, connectTo))))
    } finally {
      await server.stop()
      await owner.query(`DROP DATABASE ${database} WITH (FORCE)`)
    }
  }
  return rows
}

async function fill(
  database: string,
  trainees: number,
  connectTo: (database: string) => Promise<pg.Client>,
): Promise<ProgressSet> {
  const client = await connectTo(database)
  try {
    return await fillProgress(client, trainees)
  } finally {
    await client.end()
  }
}

const measureBoth = async (server: Server, trainees: number, set: ProgressSet): Promise<ProgressRow[]> => [
  { page: '/progress', trainees, ...(await measurePage(`${server.url}/progress`, set.traineeSession)) },
  { page: '/cohorts/:id/pathway', trainees, ...(await measurePage(server.url + set.cohortPath, set.leadSession)) },
]

async function measurePage(url: string, session: string): Promise<Pick<ProgressRow, 'medianMs' | 'statements'>> {
  const times: number[] = []
  let statements = Number.NaN
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const startedAt = performance.now()
    const answer = await fetch(url, { headers: { cookie: `stance=${session}` }, redirect: 'manual' })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
    if (round >= 0) times.push(performance.now() - startedAt)
    statements = Number(/desc="(\d+) statements"/.exec(answer.headers.get('Server-Timing') ?? '')?.[1])
  }
  return { medianMs: times.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN, statements }
}
