import { ISSUER } from '#app/domain/certificate.ts'
import { didDocumentSchema } from '#app/domain/credential/archive.ts'
import type { Findings } from '#app/domain/credential/findings.ts'
import type { OpenBadge } from '#app/domain/credential/open-badge.ts'
import { readFile } from '../reading/read-file.ts'
import { verifyBadge } from '../signing/verify-badge.ts'
import type { Said } from './answer-elements.ts'
import { saidBy } from './said-by.ts'

/*
 * Runs in the browser, beside the page: the file never leaves the machine. It asks this site alone, for its keys, its status lists and the state
 * of the number.
 */

export type FileCheck =
  | { fault: string }
  | { said: Said | undefined; findings: Findings; isOurs: boolean; held: string | undefined }

self.addEventListener('message', async ({ data }: MessageEvent<File>) => {
  const answer = await checkFile(data).catch(
    (): FileCheck => ({ fault: 'This file could not be checked here. Please try again.' }),
  )
  self.postMessage(answer)
})

async function checkFile(file: File): Promise<FileCheck> {
  const reading = await readFile(new Uint8Array(await file.arrayBuffer()))
  if ('fault' in reading) return reading
  const own = didDocumentSchema.safeParse(await json('/.well-known/did.json')).data
  if (!own) return { fault: 'Our keys could not be reached, so nothing can be said. Please try again.' }
  const { findings, badge, isOurs } = await verifyBadge(reading.credential, {
    now: new Date(),
    knownIssuer: (did) => (did === own.id ? { document: own, name: ISSUER, isOurs: true } : undefined),
    statusList: (address) => (isHere(address) ? json(address) : undefined),
  })
  return { said: badge && saidBy(badge), findings, isOurs, held: isOurs && badge ? await heldOf(badge) : undefined }
}

/** Another site is never asked: who checks which certificate is nobody else’s business. */
const isHere = (address: string) => URL.canParse(address) && new URL(address).origin === self.location.origin

async function json(address: string): Promise<unknown> {
  const answer = await fetch(address, { cache: 'no-cache' })
  return answer.ok ? answer.json() : undefined
}

/** What we hold under the number, in the word of the programs’ address; undefined where we hold nothing. */
async function heldOf({ credentialSubject }: OpenBadge): Promise<string | undefined> {
  const held = await json(`/api/credentials/${encodeURIComponent(credentialSubject.licenseNumber ?? '')}`)
  return typeof held === 'object' && held !== null && 'state' in held ? String(held.state) : undefined
}
