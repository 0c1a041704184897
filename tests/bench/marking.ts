import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type AgreementSet, fillDoubleMarks } from './agreement-set.ts'
import { createInstallation, type Setting } from './installation.ts'
import type { Server } from './load.ts'
import { fillCohort, type MarkingSet } from './marking-set.ts'

const SIZES = [250, 2_500, 25_000] as const
/** Each is asked so often, one size after the other, so that whatever else the machine does falls on all of them. */
const ROUNDS = 300
const WARM_UP_ROUNDS = 40

export type MarkingRow = { page: string; scripts: number; medianMs: number; ofSmallest: number; statements: number }

type Cohort = MarkingSet & { scripts: number; server: Server; counting: Server }

/**
 * How long a marker's pages take with 250, 2,500 and 25,000 scripts of one cohort, and how many statements: the medians of one run in
 * which the three are asked in turn, each at a server of its own.
 */
export async function measureMarking(
  owner: pg.Client,
  connectTo: (database: string) => Promise<pg.Client>,
  environment: Setting['environment'],
): Promise<MarkingRow[]> {
  const cohorts: Cohort[] = []
  try {
    for (const scripts of SIZES) cohorts.push(await formCohort(scripts, { owner, connectTo, environment }))
    return [
      ...(await measurePage('/marking', cohorts, () => '/marking')),
      ...(await measurePage('/marking/:code', cohorts, ({ begunPath }) => begunPath)),
      ...(await measureAgreement(cohorts, connectTo)),
    ]
  } finally {
    for (const { server, counting } of cohorts) await Promise.all([server.stop(), counting.stop()])
    for (const scripts of SIZES) await owner.query(`DROP DATABASE IF EXISTS ${nameOf(scripts)} WITH (FORCE)`)
  }
}

const nameOf = (scripts: number) => `stance_bench_${process.pid}_${scripts}`

async function formCohort(scripts: number, setting: Setting): Promise<Cohort> {
  const { server, client, startCounting } = await createInstallation(nameOf(scripts), setting)
  try {
    return { scripts, server, ...(await fillCohort(client, scripts)), counting: await startCounting() }
  } finally {
    await client.end()
  }
}

type MarkedCohort = Cohort & AgreementSet

/** The page reads what a job has worked out, so the job comes first; and its marks come last, for the queue not to be measured with them. */
async function measureAgreement(cohorts: readonly Cohort[], connectTo: Setting['connectTo']): Promise<MarkingRow[]> {
  const marked: MarkedCohort[] = []
  for (const cohort of cohorts) {
    const client = await connectTo(nameOf(cohort.scripts))
    try {
      marked.push({ ...cohort, ...(await fillDoubleMarks(client)) })
    } finally {
      await client.end()
    }
  }
  for (const cohort of marked) await computeAgreement(cohort)
  return measurePage('/cohorts/:id/agreement', marked, ({ agreementPath }) => agreementPath)
}

async function computeAgreement({ scripts, server, session, agreementPath }: MarkedCohort): Promise<void> {
  const headers = { cookie: `stance=${session}`, origin: server.url }
  const asked = await fetch(server.url + agreementPath, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  })
  if (asked.status !== 302) throw new Error(`${agreementPath} answered ${asked.status}`)
  const startedAt = performance.now()
  while (performance.now() - startedAt < 120_000) {
    const page = await (await fetch(server.url + agreementPath, { headers })).text()
    if (page.includes(`From ${scripts} scripts`)) return
    await sleep(500)
  }
  throw new Error(`the agreement on ${scripts} scripts was not worked out`)
}

async function measurePage<Some extends Cohort>(
  page: string,
  cohorts: readonly Some[],
  pathOf: (cohort: Some) => string,
): Promise<MarkingRow[]> {
  const times = new Map(cohorts.map(({ scripts }) => [scripts, [] as number[]]))
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++)
    for (const cohort of cohorts) {
      const startedAt = performance.now()
      await answerOf(cohort.server, pathOf(cohort), cohort)
      if (round >= 0) times.get(cohort.scripts)?.push(performance.now() - startedAt)
    }
  const rows: MarkingRow[] = []
  for (const cohort of cohorts) {
    const medianMs = median(times.get(cohort.scripts) ?? [])
    const statements = await statementsOf(cohort, pathOf(cohort))
    rows.push({
      page,
      scripts: cohort.scripts,
      medianMs,
      ofSmallest: medianMs / (rows[0]?.medianMs ?? medianMs),
      statements,
    })
  }
  return rows
}

/** @throws when the answer is not the page: a fast error page is not a fast page. */
async function answerOf(server: Server, path: string, { session }: MarkingSet): Promise<Response> {
  const answer = await fetch(server.url + path, { headers: { cookie: `stance=${session}` }, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  await answer.arrayBuffer()
  return answer
}

/** At the second visit: what the first one read of the content stays in memory. */
async function statementsOf(cohort: Cohort, path: string): Promise<number> {
  await answerOf(cohort.counting, path, cohort)
  const { headers } = await answerOf(cohort.counting, path, cohort)
  return Number(/desc="(\d+) statements"/.exec(headers.get('Server-Timing') ?? '')?.[1])
}

const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
