import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { transact } from '#app/db/client.server.ts'
import { enqueueJob } from '#app/db/jobs.server.ts'
import { runWorker } from '#app/integrations/worker.server.ts'

type Runner = Awaited<ReturnType<typeof runWorker>>

let finish: () => void
let took: string[]
let runners: Runner[]
beforeEach(() => {
  took = []
  runners = []
})
afterEach(async () => {
  finish()
  await Promise.all(runners.map((runner) => runner.stop()))
})

/** A process that does one job, and is never done with it before the test is. */
async function start(name: string): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const others = finish
    finish = () => {
      others?.()
      resolve()
    }
  })
  const slow = async () => {
    took.push(name)
    await done
  }
  const log = { warn: () => {}, error: () => {} }
  runners.push(await runWorker({ tasks: { slow }, crontab: '', log }))
}

const taken = async () => vi.waitFor(() => expect(took).not.toEqual([]), 10_000)

async function asOwner<Row extends object>(sql: string): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL })
  await owner.connect()
  const { rows } = await owner.query<Row>(sql)
  await owner.end()
  return rows
}

const CONNECTIONS = `pg_stat_activity WHERE application_name = 'stance live pool' AND datname = current_database()`

/** As the kernel does for a process that is killed. */
async function cutOff(): Promise<void> {
  await asOwner(`SELECT pg_terminate_backend(pid) FROM ${CONNECTIONS}`)
  await vi.waitFor(async () => expect(await asOwner(`SELECT pid FROM ${CONNECTIONS}`)).toEqual([]), 10_000)
}

const lockedBy = () => asOwner<{ by: string | null }>('SELECT locked_by AS by FROM graphile_worker._private_jobs')

test('a job that a killed process had taken is taken by the next one that starts', async () => {
  await transact((tx) => enqueueJob(tx, 'slow', {}))
  await start('killed')
  await taken()
  await cutOff()
  await start('next')
  await vi.waitFor(() => expect(took).toEqual(['killed', 'next']), 10_000)
})

test('a job of a process that lives is left to it', async () => {
  await transact((tx) => enqueueJob(tx, 'slow', {}))
  await start('first')
  await taken()
  const [before] = await lockedBy()
  await start('second')
  expect(await lockedBy()).toEqual([before])
  expect(took).toEqual(['first'])
})
