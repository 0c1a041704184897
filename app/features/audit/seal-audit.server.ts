import { createHash } from 'node:crypto'
import { listIssuerKeys } from '#app/db/issuer-keys.server.ts'
import {
  findHead,
  findUnsealed,
  insertCheckpoint,
  insertSeals,
  type Sealing,
  withSealer,
} from '#app/db/sealing.server.ts'
import { CHAIN_START, type Head, sealEntries } from '#app/domain/audit/chain.ts'
import { CHECKPOINT_FORMAT, type Checkpoint, checkpointLine, claimText } from '#app/domain/audit/checkpoint.ts'
import { keyStanding } from '#app/domain/credential/key-in-force.ts'
import { signatureText } from '#app/domain/credential/signed-by.ts'
import { settings } from '#app/env.server.ts'
import { appendCheckpoint } from '#app/integrations/checkpoint-file.server.ts'
import { type IssuerSigner, issuerSigner } from '#app/integrations/issuer-key.server.ts'

/** As many as one transaction seals. */
const AT_ONCE = 5_000

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Seals what has been recorded and is settled: chains it to what is sealed, signs a checkpoint of the end, and writes that to a file
 * outside of the database. Of two processes that seal at once one does, and the other leaves it to that one.
 * @param options.whole looks at every entry, after a start, and waits for its turn.
 * @returns how many entries were sealed.
 */
export async function sealAudit(now: Date, options = { whole: false }): Promise<number> {
  const signer = await signerInForce()
  let sealed = 0
  let last: Checkpoint | undefined
  let { whole } = options
  const work = async (sealing: Sealing) => {
    const batch = await sealBatch(sealing, signer, { whole, now })
    // In the order of transactions: what lies before the end of the first batch is sealed then.
    whole = false
    sealed += batch.count
    last = batch.checkpoint ?? last
    return batch.count === AT_ONCE ? 'again' : 'done'
  }
  await withSealer(work, { waits: options.whole })
  // After the commit: a file that names what was rolled back would accuse the chain. One that a crash loses is covered by the next.
  if (last) await appendCheckpoint(checkpointLine(last))
  return sealed
}

async function sealBatch(
  sealing: Sealing,
  signer: IssuerSigner,
  { whole, now }: { whole: boolean; now: Date },
): Promise<{ count: number; checkpoint?: Checkpoint }> {
  const { entries, sealedBelow } = await findUnsealed(sealing, { limit: AT_ONCE, whole })
  if (entries.length === 0) return { count: 0 }
  const seals = sealEntries((await findHead(sealing)) ?? CHAIN_START, entries, sha256)
  await insertSeals(sealing, seals)
  const checkpoint = await signedCheckpoint(seals.at(-1) ?? CHAIN_START, signer, now)
  await insertCheckpoint(sealing, checkpoint, sealedBelow)
  return { count: entries.length, checkpoint }
}

async function signedCheckpoint({ position, hash }: Head, signer: IssuerSigner, now: Date): Promise<Checkpoint> {
  const claim = {
    format: CHECKPOINT_FORMAT,
    installation: settings().appUrl,
    position,
    hash,
    signedAt: now.toISOString(),
    key: signer.publicKey,
  } as const
  const signature = await signer.sign(new TextEncoder().encode(claimText(claim)))
  return { ...claim, signature: signatureText(signature) }
}

/** @throws an Error for a process that was left running with a key that was given up. It seals nothing; the next one that starts does. */
async function signerInForce(): Promise<IssuerSigner> {
  const signer = issuerSigner()
  const standing = keyStanding(signer.publicKey, await listIssuerKeys())
  if (!standing.maySign) throw new Error(standing.because)
  return signer
}
