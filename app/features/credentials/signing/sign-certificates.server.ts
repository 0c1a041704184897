import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#app/db/client.server.ts'
import {
  type CertificateToSign,
  findCertificatesToSign,
  insertCredentials,
  insertSigned,
  type NewCredential,
} from '#app/db/credentials.server.ts'
import type { NewEntry } from '#app/db/status-lists.server.ts'
import { ISSUER } from '#app/domain/certificate.ts'
import { type BadgeFacts, buildBadge } from '#app/domain/credential/build-badge.ts'
import { courseAchievement, courseEvidence } from '#app/domain/credential/course-achievement.ts'
import { listAddress } from '#app/domain/credential/status-list.ts'
import { settings } from '#app/env.server.ts'
import { ownDid } from '../issuer/own-did.server.ts'
import { signingKey } from '../issuer/signing-key.server.ts'
import { verificationAddress } from '../verification-address.server.ts'
import { drawPlaces } from './draw-places.server.ts'
import { signedText } from './signed-text.server.ts'

/** Makes the credentials of these certificates, each with its places on the status lists, in the caller's transaction. */
export async function signCertificates(tx: Db, certificateIds: readonly string[], now: Date): Promise<void> {
  if (certificateIds.length === 0) return
  const certificates = await findCertificatesToSign(tx, certificateIds)
  const signer = await signingKey(tx, now)
  const ids = await insertCredentials(tx, certificates.map(credentialOf))
  const places = await drawPlaces(tx, [...ids.values()], now)
  const signed = []
  for (const certificate of certificates) {
    const credentialId = ids.get(certificate.number) ?? ''
    const badge = buildBadge(badgeFacts(certificate, places.get(credentialId) ?? []))
    const document = await signedText(badge, signer, now)
    signed.push({ credentialId, version: 1, document, issuerDid: ownDid(), keyId: signer.publicKey, signedAt: now })
  }
  await insertSigned(tx, signed)
}

const credentialOf = ({
  number,
  userId,
  holderName,
  course,
  issuedAt,
  certificateId,
}: CertificateToSign): NewCredential => ({
  number,
  kind: 'course_completion',
  userId,
  holderName,
  title: course.title,
  validFrom: issuedAt,
  // A completed course stays completed.
  validUntil: null,
  issuedAt,
  certificateId,
})

function badgeFacts(certificate: CertificateToSign, places: readonly NewEntry[]): BadgeFacts {
  const { appUrl } = settings()
  const { number, holderName, email, course } = certificate
  return {
    number,
    address: verificationAddress(number),
    issuer: { did: ownDid(), name: ISSUER, url: appUrl },
    holder: { name: holderName, ...saltedHash(email) },
    achievement: courseAchievement(course, appUrl),
    evidence: courseEvidence(course),
    hoursClaimed: certificate.cpdHours,
    activity: { startedAt: certificate.startedAt, endedAt: certificate.completedAt },
    validFrom: certificate.issuedAt,
    validUntil: null,
    status: places.map(({ purpose, listName, position }) => ({
      purpose,
      list: listAddress(appUrl, listName),
      position,
    })),
  }
}

/** As Open Badges 3.0 hashes an identity: the salt stands after it. A salt for each credential, so that two of one person are not told to be. */
function saltedHash(email: string): { emailHash: string; salt: string } {
  const salt = randomBytes(16).toString('base64url')
  return {
    salt,
    emailHash: createHash('sha256')
      .update(email + salt)
      .digest('hex'),
  }
}
