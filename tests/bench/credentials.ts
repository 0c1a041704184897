import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { buildBadge } from '#app/domain/credential/build-badge.ts'
import type { Printed } from '#app/domain/credential/printed.ts'
import { certificatePdf } from '#app/features/credentials/pdf/certificate-pdf.server.ts'
import { signCredential } from '#app/features/credentials/signing/sign.ts'
import { verifyBadge } from '#app/features/credentials/signing/verify-badge.ts'
import { course, did, facts, now, signedBadge, signer, sources } from '#tests/support/badges.ts'

/** Whatever else the machine does makes a round slower and never faster: the best of them tells what the work costs. */
const ROUNDS = 5
const ROUND_MS = 800
const WARM_UP = 40

const printed: Printed = {
  ...{ kind: 'course_completion', number: facts.number, holderName: facts.holder.name, issuedAt: facts.validFrom },
  ...{ courseTitle: course.title, courseFormat: 'Self-paced, online', cpdHours: 1.5 },
  ...{ startedAt: now, completedAt: now },
}

export type CredentialRow = { work: string; perSecond: number; ofBare: number }

/** How often a second, on one core: a credential issued and verified and a PDF of it, each beside the bare Ed25519 operation of the same run. */
export async function measureCredentials(): Promise<CredentialRow[]> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const digest = Buffer.alloc(64, 7)
  const signature = sign(null, digest, privateKey)
  const badge = await signedBadge()
  const by = { did, signer, now }
  const credential = JSON.stringify(badge)
  const work = {
    'bare signature': async () => void sign(null, digest, privateKey),
    'bare check': async () => void verify(null, digest, publicKey, signature),
    'credential signed': async () => void (await signCredential(buildBadge(facts), by)),
    // As it is done: our own verifier looks at it before it leaves.
    'credential issued': async () => {
      await verifyBadge(await signCredential(buildBadge(facts), by), sources({ statusList: () => undefined }))
    },
    'credential verified, its two lists included': async () => void (await verifyBadge(badge, sources())),
    'PDF with its credential attached': async () => void (await certificatePdf(printed, facts.address, { credential })),
  }
  const best: Record<string, number> = {}
  for (const run of Object.values(work)) for (let time = 0; time < WARM_UP; time += 1) await run()
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, run] of Object.entries(work)) best[name] = Math.max(best[name] ?? 0, await perSecond(run))
  return Object.entries(best).map(([name, count]) => {
    const bare = name.includes('verified') || name === 'bare check' ? best['bare check'] : best['bare signature']
    return { work: name, perSecond: count, ofBare: count / (bare ?? 1) }
  })
}

/** By the processor time that it took, so that waiting for other processes is not counted. */
async function perSecond(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  const before = process.cpuUsage()
  let count = 0
  while (performance.now() - start < ROUND_MS) {
    await work()
    count += 1
  }
  const { user, system } = process.cpuUsage(before)
  return (count * 1_000_000) / (user + system)
}

export const credentialTable = (rows: readonly CredentialRow[]) =>
  rows.map(({ work, perSecond, ofBare }) => ({
    credentials: work,
    'a second': Math.round(perSecond),
    'of the bare operation': `${(ofBare * 100).toFixed(1)} %`,
  }))

// Needs neither database nor server, so it can be run by itself: `node tests/bench/credentials.ts`.
if (import.meta.main) console.table(credentialTable(await measureCredentials()))
