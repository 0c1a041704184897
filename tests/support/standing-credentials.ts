import { didDocument } from '#app/domain/credential/did.ts'
import { openBadgeSchema } from '#app/domain/credential/open-badge.ts'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { ownDid } from '#app/features/credentials/issuer/own-did.server.ts'
import { signedFile } from '#app/features/credentials/signed-file.server.ts'
import { checkStatus } from '#app/features/credentials/signing/check-status.ts'
import { viewStatusList } from '#app/features/credentials/signing/view-status-list.server.ts'
import { issuerSigner } from '#app/integrations/issuer-key.server.ts'
import { awardStatus, publishPathway, signStatus } from './statuses.ts'

const NOTES = [undefined, 'individual', 'group'] as const

/** Somebody's practitioner status and two notes of it. @returns their numbers. */
export async function statusWithNotes(holder: Actor, officer: Actor, at: Date): Promise<string[]> {
  await publishPathway()
  const statusRecordId = await awardStatus(holder, officer, at)
  const numbers: string[] = []
  for (const [index, note] of NOTES.entries()) {
    const number = certificateNumber(new Uint8Array(CERTIFICATE_RANDOM_BYTES).fill(index + 1))
    await signStatus(statusRecordId, { number, holderName: holder.name, at, ...(note && { note }) })
    numbers.push(number)
  }
  return numbers
}

/** What somebody finds who has the file of this number, by its signed lists as they are at this moment. */
export async function statusFinding(number: string, at: Date): Promise<string> {
  const badge = openBadgeSchema.parse(JSON.parse((await signedFile(number)).text))
  const document = didDocument(ownDid(), [
    { id: issuerSigner().publicKey, adoptedAt: at, retiredAt: null, revokedAt: null },
  ])
  const { because } = await checkStatus(badge, {
    now: at,
    issuerOf: () => ({ document, isOurs: true }),
    statusList: async (address) => JSON.parse(await viewStatusList(address.split('/').at(-1) ?? '', at)),
  })
  return because
}
