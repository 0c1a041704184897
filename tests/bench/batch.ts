import { generateKeyPairSync, sign } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { confirmBatch, waitingCrowd } from '#tests/support/waiting-crowd.ts'
import { createInstallation, type Setting } from './installation.ts'

const COUNT = 500
const LOOK_EVERY_MS = 50
const BARE_MS = 500

export type BatchResult = {
  certificates: number
  seconds: number
  perSecond: number
  looks: number
  bareSignaturesPerSecond: number
}

/** A batch of 500 from its button to the last certificate, at a server that also sends their mails, beside bare signatures of the same run. */
export async function measureBatch(setting: Setting): Promise<BatchResult> {
  const name = `stance_bench_${process.pid}_batch`
  try {
    const { server, client } = await createInstallation(name, setting)
    try {
      await client.query(waitingCrowd(COUNT))
      const id = await confirmBatch(server.url)
      const { seconds, looks } = await untilFinished(id, client)
      return {
        certificates: COUNT,
        seconds,
        perSecond: COUNT / seconds,
        looks,
        bareSignaturesPerSecond: bareSignatures(),
      }
    } finally {
      await Promise.all([client.end(), server.stop()])
    }
  } finally {
    await setting.owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

type Client = Awaited<ReturnType<Setting['connectTo']>>

/** By the batch's own record. @returns how often somebody who watches saw another number, too. */
async function untilFinished(id: string, client: Client): Promise<{ seconds: number; looks: number }> {
  const seen = new Set<number>()
  for (;;) {
    const { rows } = await client.query(
      `SELECT count(i.number)::int AS issued, extract(epoch FROM b.finished_at - b.created_at)::float AS seconds
       FROM issue_batch b JOIN issue_batch_item i ON i.batch_id = b.id WHERE b.id = $1 GROUP BY b.id`,
      [id],
    )
    seen.add(rows[0].issued)
    if (rows[0].seconds !== null) return { seconds: rows[0].seconds, looks: seen.size }
    await sleep(LOOK_EVERY_MS)
  }
}

function bareSignatures(): number {
  const { privateKey } = generateKeyPairSync('ed25519')
  const digest = Buffer.alloc(64, 7)
  const start = performance.now()
  let count = 0
  for (; performance.now() - start < BARE_MS; count += 1) sign(null, digest, privateKey)
  return (count * 1000) / (performance.now() - start)
}

export const batchTable = ({ certificates, seconds, perSecond, looks, bareSignaturesPerSecond }: BatchResult) => [
  {
    'certificates in one batch': certificates,
    seconds: Number(seconds.toFixed(1)),
    'a second': Math.round(perSecond),
    'steps of its progress': looks,
    'bare signatures a second': Math.round(bareSignaturesPerSecond),
  },
]
