import { createHash } from 'node:crypto'
import { findVerifiable } from '#app/db/certificates.server.ts'
import type { Certificate } from '#app/domain/certificate.ts'
import { type CredentialState, credentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'

/** A certificate that was issued, and what it is today. */
export type IssuedCertificate = CredentialState & {
  certificate: Certificate
  /** The number of the one that took its place. */
  supersededBy: string | null
  /** Changes with anything that the answer says. */
  tag: string
}

export type Verification =
  | IssuedCertificate
  | { state: 'unknown'; number: string }
  | { state: 'mistaken'; typed: string; fault: string }

/** What is known of a certificate's number, for anybody: what the certificate says, what it is today, and nothing else. */
export async function verifyCertificate(typed: string, now: Date): Promise<Verification> {
  const reading = parseCertificateNumber(typed)
  if ('fault' in reading) return { state: 'mistaken', typed: typed.slice(0, 100), fault: reading.fault }
  const found = await findVerifiable(reading.number)
  if (!found) return { state: 'unknown', number: reading.number }
  const { certificate, credential, supersededBy } = found
  const standing = credentialState(credential ?? { validUntil: null, events: [] }, now)
  const said = { ...standing, certificate, supersededBy }
  return { ...said, tag: createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22) }
}
