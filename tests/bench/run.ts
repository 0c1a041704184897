import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import pg from 'pg'
import { freePort } from '#scripts/database/port.ts'
import { startTestServer } from '#tests/support/test-server.ts'
import { auditTable, measureAudit } from './audit.ts'
import { type BatchResult, batchTable, measureBatch } from './batch.ts'
import { credentialTable, measureCredentials } from './credentials.ts'
import { type DataSet, fillDataSet } from './data-set.ts'
import { measureIdentifiers, printIdentifiers } from './identifiers.ts'
import { type LighthouseRow, measureLighthouse } from './lighthouse.ts'
import { type Measured, measure, startServer } from './load.ts'
import { type MarkingRow, measureMarking } from './marking.ts'
import { measurePathway, pathwayTable } from './pathway.ts'
import { measureProgress, type ProgressRow, progressTable } from './progress.ts'
import { measurePublishing, publishingTable } from './publishing.ts'
import { measureSearch, searchTable } from './search.ts'
import { measureWebhooks, type WebhookResult, webhookTable } from './webhooks.ts'

const TRAINEES = 1_000
const RESULT = 'test-results/bench.json'

type Row = { page: string } & Measured & { ofBareServer: number; ofReactAlone?: number }

type Report = {
  rows: Row[]
  lighthouse: LighthouseRow[]
  marking: MarkingRow[]
  progress: ProgressRow[]
  batch: BatchResult | undefined
  webhooks: WebhookResult | undefined
}

/** `npm run bench -- pages`: nothing but the main pages. */
const isPagesOnly = process.argv[2] === 'pages'

/** npm run bench: the production server under load, beside what the same machine does at best in the same run. */
async function bench(): Promise<Report> {
  const database = await startTestServer()
  const name = `stance_bench_${process.pid}`
  const owner = await connect(database.adminUrl)
  await owner.query(`CREATE DATABASE ${name}`)
  const port = await freePort()
  const environment = environmentOf(port, at(database.adminUrl, name), at(database.appUrl, name))
  const stance = await startServer('scripts/serve.ts', environment)
  try {
    const data = await fill(at(database.adminUrl, name))
    const rows = await measurePages(stance.url, data, environment)
    const lighthouse = await measureLighthouse([
      { page: 'catalogue', url: `${stance.url}/` },
      { page: 'lesson', url: stance.url + data.lessonPath, session: data.traineeSession },
    ])
    if (isPagesOnly) return { rows, lighthouse, marking: [], progress: [], batch: undefined, webhooks: undefined }
    const setting = { owner, connectTo: connecting(database), environment: environmentIn(database) }
    return {
      rows,
      lighthouse,
      marking: await marking(owner, database),
      progress: await progress(owner, database),
      batch: await measureBatch(setting),
      webhooks: await measureWebhooks(setting),
    }
  } finally {
    await stance.stop()
    await owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await owner.end()
    await database.stop()
  }
}

type Urls = { adminUrl: string; appUrl: string }

const connecting =
  ({ adminUrl }: Urls) =>
  (name: string) =>
    connect(at(adminUrl, name))

const environmentIn =
  ({ adminUrl, appUrl }: Urls) =>
  (port: number, name: string) =>
    environmentOf(port, at(adminUrl, name), at(appUrl, name))

const marking = (owner: pg.Client, urls: Urls) => measureMarking(owner, connecting(urls), environmentIn(urls))

const progress = (owner: pg.Client, urls: Urls) => measureProgress(owner, connecting(urls), environmentIn(urls))

async function fill(adminUrl: string): Promise<DataSet> {
  const client = await connect(adminUrl)
  try {
    return await fillDataSet(client, TRAINEES)
  } finally {
    await client.end()
  }
}

async function measurePages(base: string, data: DataSet, environment: NodeJS.ProcessEnv): Promise<Row[]> {
  const pages = [
    { page: 'lesson', path: data.lessonPath, cookie: `stance=${data.traineeSession}` },
    { page: '/learn', path: '/learn', cookie: `stance=${data.traineeSession}` },
    { page: '/marking', path: '/marking', cookie: `stance=${data.markerSession}` },
    { page: '/verify/:number', path: `/verify/${data.certificateNumber}` },
    { page: '/ signed out', path: '/' },
    { page: '/courses/:slug signed out', path: '/courses/mbt-basic' },
  ]
  const rows: Row[] = []
  for (const { page, path, cookie } of pages) {
    const url = base + path
    const measured = await measure(url, cookie)
    const repeat = { ...environment, BENCH_URL: url, BENCH_COOKIE: cookie }
    const bare = await measureServer('tests/bench/bare-server.ts', repeat)
    const row = { page, ...measured, ofBareServer: measured.requestsPerSecond / bare }
    rows.push(
      page === 'lesson' ? { ...row, ofReactAlone: measured.requestsPerSecond / (await reactAlone(repeat)) } : row,
    )
  }
  return rows
}

const reactAlone = (environment: NodeJS.ProcessEnv) => measureServer('tests/bench/react-server.ts', environment)

async function measureServer(script: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const server = await startServer(script, environment)
  try {
    return (await measure(server.url)).requestsPerSecond
  } finally {
    await server.stop()
  }
}

/** One for the whole run: two servers of one database have the same. */
const ISSUER_KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** A production process as an installation runs it, its log included. */
const environmentOf = (port: number, adminUrl: string, appUrl: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PORT: `${port}`,
  APP_URL: `http://localhost:${port}`,
  DATABASE_URL: appUrl,
  DATABASE_ADMIN_URL: adminUrl,
  SESSION_SECRET: 'a secret of this one run of the bench alone',
  SMTP_URL: 'smtp://127.0.0.1:9',
  STORAGE_URL: '.data/bench-files',
  ISSUER_KEY,
})

function at(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}

const percent = (share: number | undefined) => (share === undefined ? '' : `${Math.round(share * 100)} %`)

const { rows, lighthouse, marking: byCohort, progress: byTrainees, batch, webhooks } = await bench()
console.table(
  rows.map(({ page, requestsPerSecond, ofBareServer, p50Ms, p99Ms, bytes, ofReactAlone }) => ({
    page,
    'requests/s': Math.round(requestsPerSecond),
    'bare server': Math.round(requestsPerSecond / ofBareServer),
    'of bare server': percent(ofBareServer),
    'p50 ms': p50Ms,
    'p99 ms': p99Ms,
    bytes,
    "of React's streaming": percent(ofReactAlone),
  })),
)
console.table(lighthouse)
if (isPagesOnly) process.exit()
const identifiers = measureIdentifiers()
const pathway = measurePathway()
const credentials = await measureCredentials()
const audit = measureAudit()
const publishing = measurePublishing()
const search = measureSearch()
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
const report = {
  measuredAt: new Date().toISOString(),
  machine,
  trainees: TRAINEES,
  connections: 8,
  rows,
  lighthouse,
  marking: byCohort,
  progress: byTrainees,
  identifiers,
  pathway,
  credentials,
  batch,
  webhooks,
  audit,
  publishing,
  search,
}
mkdirSync('test-results', { recursive: true })
writeFileSync(RESULT, `${JSON.stringify(report, null, 2)}\n`)
console.log(JSON.stringify(report))
console.table(
  byCohort.map(({ page, scripts, medianMs, ofSmallest, statements }) => ({
    page,
    scripts,
    'median ms': Number(medianMs.toFixed(2)),
    'of 250': `${ofSmallest.toFixed(2)}x`,
    statements,
  })),
)
console.table(progressTable(byTrainees))
printIdentifiers(identifiers)
console.table(pathwayTable(pathway))
console.table(credentialTable(credentials))
if (batch) console.table(batchTable(batch))
if (webhooks) console.table(webhookTable(webhooks))
console.table(auditTable(audit))
console.table(publishingTable(publishing))
console.table(searchTable(search))
