import { findSigned } from '#app/db/credentials.server.ts'
import { findVerifiable } from '#app/db/printed-credentials.server.ts'
import { toSeconds } from '#app/domain/credential/did.ts'
import { credentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import { verificationAddress } from '../verification-address.server.ts'

export type ApiAnswer = { status: 200 | 400 | 404; body: object }

/** What the page of a number says, for software: what it is today, and the signed credential itself. Two statements. */
export async function viewCredential(typed: string, now: Date): Promise<ApiAnswer> {
  const reading = parseCertificateNumber(typed)
  if ('fault' in reading) return { status: 400, body: { error: 'mistaken', message: reading.fault } }
  const [found, signed] = await Promise.all([findVerifiable(reading.number), findSigned(reading.number)])
  if (!found?.credential || signed === null)
    return { status: 404, body: { error: 'unknown', message: 'No certificate has this number.' } }
  const { printed, credential, supersededBy } = found
  const standing = credentialState(credential, now)
  return {
    status: 200,
    body: {
      number: printed.number,
      state: standing.state,
      since: 'since' in standing ? toSeconds(standing.since) : null,
      until: 'until' in standing && standing.until ? toSeconds(standing.until) : null,
      supersededBy,
      kind: credential.kind,
      note: printed.kind === 'course_completion' ? null : printed.note,
      holderName: printed.holderName,
      title: credential.title,
      issuedAt: toSeconds(printed.issuedAt),
      validUntil: credential.validUntil ? toSeconds(credential.validUntil) : null,
      page: verificationAddress(printed.number),
      credential: JSON.parse(signed),
    },
  }
}
