import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inDatabaseOfItsOwn } from './own-database.ts'

const WRITERS = 32
/** One without and one with the sealer in turn, so that whatever else the machine does falls on both. */
const ROUNDS = 8
const ROUND_MS = 2_000
/** Far more often than in an installation, where it runs once a minute: in two seconds it would not run at all. */
const SEALER_PAUSE_MS = 250
const BACKLOG = 100_000
const CHECKPOINTS = '.data/bench-checkpoints.jsonl'

export type AuditBench = {
  writers: number
  writesPerSecond: { without: number; with: number }
  /** Of the writes without the sealer; the median of the rounds. */
  ofWithout: number
  sealedPerSecond: number
  verifiedPerSecond: number
}

/** In a process of its own, whose settings are those of its database. */
export const measureAudit = (): AuditBench =>
  JSON.parse(execFileSync(process.execPath, [import.meta.filename, '--json'], { encoding: 'utf8' }))

async function measure(): Promise<AuditBench> {
  const { sealAudit } = await import('#app/features/audit/seal-audit.server.ts')
  const { verifyAudit } = await import('#app/features/audit/verify-audit.server.ts')
  const { db } = await import('#app/db/client.server.ts')
  const { issuerSigner } = await import('#app/integrations/issuer-key.server.ts')
  await db().issuerKey.create({ data: { id: issuerSigner().publicKey, adoptedAt: new Date() } })
  const person = { email: 'bench@bench.example', name: 'Bench', profession: 'nurse' } as const
  const { id: userId } = await db().user.create({ data: person, select: { id: true } })

  await writeFor(userId, ROUND_MS)
  const without: number[] = []
  const withSealer: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const measureWithout = async () => without.push(await writeFor(userId, ROUND_MS))
    const measureWith = async () => withSealer.push(await whileSealing(sealAudit, () => writeFor(userId, ROUND_MS)))
    // What the round left behind is sealed outside of the time that is measured.
    for (const one of round % 2 ? [measureWith, measureWithout] : [measureWithout, measureWith]) {
      await one()
      await sealAudit(new Date())
    }
  }
  await db().$executeRaw`INSERT INTO audit_entry (id, at, action, object_kind, object_id, details)
    SELECT uuidv7(), now(), 'bench.filled', 'bench', n::text, '{"round": 1, "state": "submitted"}' FROM generate_series(1, ${BACKLOG}::int) n`
  const [sealed, sealedPerSecond] = await timed(() => sealAudit(new Date()))
  const [report, verifiedPerSecond] = await timed(async () => (await verifyAudit([])).sealed.position)
  if (sealed < BACKLOG || report < BACKLOG) throw new Error('not everything was sealed')
  return {
    writers: WRITERS,
    writesPerSecond: { without: median(without), with: median(withSealer) },
    ofWithout: median(withSealer.map((rate, round) => rate / (without[round] ?? Number.NaN))),
    sealedPerSecond,
    verifiedPerSecond,
  }
}

/** A business write: something is kept and recorded in one transaction. @returns how many a second. */
async function writeFor(userId: string, ms: number): Promise<number> {
  const { db, transact } = await import('#app/db/client.server.ts')
  const { recordAudit } = await import('#app/db/audit.server.ts')
  const startedAt = performance.now()
  let count = 0
  const writer = async () => {
    while (performance.now() - startedAt < ms) {
      await transact(async (tx) => {
        const { id } = await tx.notice.create({ data: { userId, kind: 'bench' }, select: { id: true } })
        const details = { state: 'submitted', number: count }
        await recordAudit(tx, {
          actor: { id: userId },
          action: 'bench.written',
          object: { kind: 'notice', id },
          details,
          at: new Date(),
        })
      })
      count += 1
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  const perSecond = (count * 1_000) / (performance.now() - startedAt)
  await db().notice.deleteMany()
  return perSecond
}

async function whileSealing<Result>(
  seal: (now: Date) => Promise<number>,
  work: () => Promise<Result>,
): Promise<Result> {
  let isWorking = true
  const sealing = (async () => {
    while (isWorking) {
      await sleep(SEALER_PAUSE_MS)
      await seal(new Date())
    }
  })()
  const result = await work()
  isWorking = false
  await sealing
  return result
}

async function timed(work: () => Promise<number>): Promise<[count: number, perSecond: number]> {
  const startedAt = performance.now()
  const count = await work()
  return [count, (count * 1_000) / (performance.now() - startedAt)]
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

export const auditTable = ({ writers, writesPerSecond, ofWithout, sealedPerSecond, verifiedPerSecond }: AuditBench) => [
  { audit: `business writes by ${writers} at once, no sealer`, 'a second': Math.round(writesPerSecond.without) },
  {
    audit: `the same while the sealer runs (${(ofWithout * 100).toFixed(1)} % of it)`,
    'a second': Math.round(writesPerSecond.with),
  },
  { audit: 'entries sealed', 'a second': Math.round(sealedPerSecond) },
  { audit: 'entries verified', 'a second': Math.round(verifiedPerSecond) },
]

async function withCheckpoints(): Promise<AuditBench> {
  process.env.AUDIT_CHECKPOINTS = CHECKPOINTS
  try {
    return await inDatabaseOfItsOwn('audit', measure)
  } finally {
    rmSync(CHECKPOINTS, { force: true })
  }
}

// It can be run by itself: `node tests/bench/audit.ts`.
if (import.meta.main) {
  const measured = await withCheckpoints()
  if (process.argv.includes('--json')) console.log(JSON.stringify(measured))
  else console.table(auditTable(measured))
}
