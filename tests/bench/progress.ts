import type pg from 'pg'
import { createInstallation, type Setting } from './installation.ts'
import type { Server } from './load.ts'
import { fillProgress, type ProgressSet } from './progress-set.ts'

const SIZES = [50, 500] as const
const WARM_UP_ROUNDS = 3

export type ProgressRow = { page: string; trainees: number; medianMs: number; ofSmallest: number; statements: number }

type Cohort = ProgressSet & { trainees: number; server: Server; counting: Server; client: pg.Client }

type Page = {
  page: string
  of: (cohort: Cohort) => { path: string; session: string }
  rounds: number
  /** Done before each time that it is asked, and not measured. */
  before?: (cohort: Cohort) => Promise<unknown>
}

/** A judgement is remembered while nothing that it rests on has changed: an approval that is touched is part of everybody's. */
const changeAllStandings = ({ client }: Cohort) =>
  client.query('UPDATE supervisor_approval SET note = gen_random_uuid()::text')

/** Each is asked so often, one size after the other, so that whatever else the machine does falls on both. */
const PAGES: readonly Page[] = [
  { page: '/progress', rounds: 30, of: ({ traineeSession: session }) => ({ path: '/progress', session }) },
  { page: '/cohorts/:id/pathway', rounds: 30, of: ({ cohortPath: path, leadSession: session }) => ({ path, session }) },
  {
    page: '/cohorts/:id/pathway, all judged anew',
    of: ({ cohortPath: path, leadSession: session }) => ({ path, session }),
    rounds: 10,
    before: changeAllStandings,
  },
  {
    page: '/accreditation/candidates',
    rounds: 30,
    of: ({ staffSession: session }) => ({ path: '/accreditation/candidates', session }),
  },
]

/**
 * How long `/progress` of a trainee with sixty pieces of evidence takes, and who is how far of a cohort of 50 and of 500 such
 * trainees, and how many statements: the medians of one run in which the two are asked in turn, each at a server of its own.
 */
export async function measureProgress(
  owner: pg.Client,
  connectTo: (database: string) => Promise<pg.Client>,
  environment: Setting['environment'],
): Promise<ProgressRow[]> {
  const cohorts: Cohort[] = []
  try {
    for (const trainees of SIZES) cohorts.push(await formCohort(trainees, { owner, connectTo, environment }))
    const rows: ProgressRow[] = []
    for (const page of PAGES) rows.push(...(await measurePage(page, cohorts)))
    return rows
  } finally {
    for (const { server, counting, client } of cohorts)
      await Promise.all([server.stop(), counting.stop(), client.end()])
    for (const trainees of SIZES) await owner.query(`DROP DATABASE IF EXISTS ${nameOf(trainees)} WITH (FORCE)`)
  }
}

const nameOf = (trainees: number) => `stance_bench_progress_${process.pid}_${trainees}`

async function formCohort(trainees: number, setting: Setting): Promise<Cohort> {
  const { server, client, startCounting } = await createInstallation(nameOf(trainees), setting)
  return { trainees, server, client, ...(await fillProgress(client, trainees)), counting: await startCounting() }
}

async function measurePage({ page, of, rounds, before }: Page, cohorts: readonly Cohort[]): Promise<ProgressRow[]> {
  const times = new Map(cohorts.map(({ trainees }) => [trainees, [] as number[]]))
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++)
    for (const cohort of cohorts) {
      await before?.(cohort)
      const startedAt = performance.now()
      await answerOf(cohort.server, of(cohort))
      if (round >= 0) times.get(cohort.trainees)?.push(performance.now() - startedAt)
    }
  const rows: ProgressRow[] = []
  for (const cohort of cohorts) {
    const { trainees } = cohort
    const medianMs = median(times.get(trainees) ?? [])
    const statements = await statementsOf(cohort, of, before)
    rows.push({ page, trainees, medianMs, ofSmallest: medianMs / (rows[0]?.medianMs ?? medianMs), statements })
  }
  return rows
}

/** @throws when the answer is not the page: a fast error page is not a fast page. */
async function answerOf({ url }: Server, { path, session }: ReturnType<Page['of']>): Promise<Response> {
  const answer = await fetch(url + path, { headers: { cookie: `stance=${session}` }, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  await answer.arrayBuffer()
  return answer
}

/** At the second visit: what the first one read of the content stays in memory. */
async function statementsOf(cohort: Cohort, of: Page['of'], before: Page['before']): Promise<number> {
  await answerOf(cohort.counting, of(cohort))
  await before?.(cohort)
  const { headers } = await answerOf(cohort.counting, of(cohort))
  return Number(/desc="(\d+) statements"/.exec(headers.get('Server-Timing') ?? '')?.[1])
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN

export const progressTable = (rows: readonly ProgressRow[]) =>
  rows.map(({ page, trainees, medianMs, ofSmallest, statements }) => ({
    page,
    trainees,
    'median ms': Number(medianMs.toFixed(2)),
    'of 50': `${ofSmallest.toFixed(2)}x`,
    statements,
  }))
