import { createHash } from 'node:crypto'
import { findCertificate } from '#app/db/certificates.server.ts'
import type { Certificate } from '#app/domain/certificate.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'

export type Verification =
  | {
      state: 'valid'
      certificate: Certificate
      /** Changes with anything that the answer says. */
      tag: string
    }
  | { state: 'unknown'; number: string }
  | { state: 'mistaken'; typed: string; fault: string }

/** What is known of a certificate's number, for anybody: what the certificate says and nothing else. */
export async function verifyCertificate(typed: string): Promise<Verification> {
  const reading = parseCertificateNumber(typed)
  if ('fault' in reading) return { state: 'mistaken', typed: typed.slice(0, 100), fault: reading.fault }
  const certificate = await findCertificate(reading.number)
  if (!certificate) return { state: 'unknown', number: reading.number }
  const tag = createHash('sha256').update(JSON.stringify(certificate)).digest('base64url').slice(0, 22)
  return { state: 'valid', certificate, tag }
}
