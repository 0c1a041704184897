import { findVerifiable } from '#app/db/printed-credentials.server.ts'
import type { Printed } from '#app/domain/credential/printed.ts'
import { type CredentialState, credentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import { tagOf } from '#app/http/public-file.ts'

/** A credential that was issued, of whatever kind, and what it is today. */
export type VerifiedCredential = CredentialState & {
  printed: Printed
  /** The number of the one that took its place. */
  supersededBy: string | null
  /** Changes with anything that the answer says. */
  tag: string
}

export type Verification =
  | VerifiedCredential
  | { state: 'unknown'; number: string }
  | { state: 'mistaken'; typed: string; fault: string }

/** What is known of a number, for anybody: what its credential says, what it is today, and nothing else. */
export async function verifyCertificate(typed: string, now: Date): Promise<Verification> {
  const reading = parseCertificateNumber(typed)
  if ('fault' in reading) return { state: 'mistaken', typed: typed.slice(0, 100), fault: reading.fault }
  const found = await findVerifiable(reading.number)
  if (!found) return { state: 'unknown', number: reading.number }
  const { printed, credential, supersededBy } = found
  const standing = credentialState(credential ?? { validUntil: null, events: [] }, now)
  const said = { ...standing, printed, supersededBy }
  return { ...said, tag: tagOf(JSON.stringify(said)) }
}
