import { can } from '#app/auth/policy.ts'
import { findCertificate, listCertificatesOf } from '#app/db/certificates.server.ts'
import { findSigned } from '#app/db/credentials.server.ts'
import type { Certificate } from '#app/domain/certificate.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { certificatePdf, type Paper } from './pdf/certificate-pdf.server.ts'
import { type SignedFile, signedFile } from './signed-file.server.ts'
import { verificationAddress } from './verification-address.server.ts'

/** The actor's certificates, the newest first, each with the address where anybody can verify it. */
export async function viewOwnCertificates(actor: Actor) {
  const certificates = await listCertificatesOf(actor.id)
  return certificates.map((certificate) => ({ ...certificate, address: verificationAddress(certificate.number) }))
}

/**
 * A certificate as a PDF with its credential attached, for its holder and for accreditation staff.
 * @throws 404 for everybody else, as for a number that was never issued.
 */
export async function downloadCertificate(
  actor: Actor,
  typedNumber: string,
  paper: Paper = 'a4',
): Promise<{ certificate: Certificate; pdf: Uint8Array }> {
  const reading = parseCertificateNumber(typedNumber)
  const holderId = can(actor, 'certificates.issue') ? undefined : actor.id
  const certificate = 'number' in reading ? await findCertificate(reading.number, holderId) : null
  if (!certificate) throw new Response('There is no such certificate.', { status: 404 })
  const { number } = certificate
  // Absent for the minute in which an older certificate waits for its credential.
  const credential = (await findSigned(number)) ?? undefined
  return { certificate, pdf: await certificatePdf(certificate, verificationAddress(number), { paper, credential }) }
}

/**
 * The signed credential of a certificate, for its holder and for accreditation staff.
 * @throws 404 for everybody else, and while an older certificate has none yet.
 */
export async function downloadCredential(actor: Actor, typedNumber: string): Promise<SignedFile> {
  const holderId = can(actor, 'certificates.issue') ? undefined : actor.id
  return signedFile(typedNumber, holderId)
}
