import { can } from '#app/auth/policy.ts'
import { findSigned } from '#app/db/credentials.server.ts'
import { findIssued, listIssuedTo } from '#app/db/printed-credentials.server.ts'
import { type Printed, sheetOf } from '#app/domain/credential/printed.ts'
import { credentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { certificatePdf, type Paper } from './pdf/certificate-pdf.server.ts'
import { type SignedFile, signedFile } from './signed-file.server.ts'
import { verificationAddress } from './verification-address.server.ts'

/**
 * All that the actor was ever given, of whatever kind, the newest first: each with what it is today, and the address where anybody can
 * verify it.
 */
export async function viewOwnCertificates(actor: Actor, now: Date) {
  const issued = await listIssuedTo(actor.id)
  return issued.map(({ printed, credential, supersededBy }) => ({
    ...{ number: printed.number, kind: printed.kind, issuedAt: printed.issuedAt, sheet: sheetOf(printed) },
    standing: credentialState(credential ?? { validUntil: null, events: [] }, now),
    supersededBy,
    address: verificationAddress(printed.number),
  }))
}

/**
 * A credential as a PDF with its signed form attached, for its holder and for accreditation staff.
 * @throws 404 for everybody else, as for a number that was never issued.
 */
export async function downloadCertificate(
  actor: Actor,
  typedNumber: string,
  paper: Paper = 'a4',
): Promise<{ printed: Printed; pdf: Uint8Array }> {
  const reading = parseCertificateNumber(typedNumber)
  const found = 'number' in reading ? await findIssued(reading.number, holderOnly(actor)) : null
  if (!found) throw new Response('There is no such certificate.', { status: 404 })
  const { printed } = found
  // Absent for the minute in which an older certificate waits for its credential.
  const credential = (await findSigned(printed.number)) ?? undefined
  return { printed, pdf: await certificatePdf(printed, verificationAddress(printed.number), { paper, credential }) }
}

/**
 * The signed form of a credential, for its holder and for accreditation staff.
 * @throws 404 for everybody else, and while an older certificate has none yet.
 */
export const downloadCredential = async (actor: Actor, typedNumber: string): Promise<SignedFile> =>
  signedFile(typedNumber, holderOnly(actor))

const holderOnly = (actor: Actor) => (can(actor, 'certificates.issue') ? undefined : actor.id)
