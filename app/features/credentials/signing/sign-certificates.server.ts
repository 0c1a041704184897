import type { Db } from '#app/db/client.server.ts'
import { type CertificateToSign, findCertificatesToSign } from '#app/db/credentials.server.ts'
import { courseAchievement, courseEvidence } from '#app/domain/credential/course-achievement.ts'
import { settings } from '#app/env.server.ts'
import { type CredentialToIssue, issueCredentials, type Replacing } from './issue-credentials.server.ts'

/**
 * Makes the credentials of these certificates, in the caller's transaction.
 * @param replacing by whom and why, where they take the place of others.
 */
export async function signCertificates(
  tx: Db,
  certificateIds: readonly string[],
  now: Date,
  replacing?: Replacing,
): Promise<void> {
  const certificates = await findCertificatesToSign(tx, certificateIds)
  await issueCredentials(tx, certificates.map(credentialOf), now, replacing)
}

const credentialOf = ({ course, ...certificate }: CertificateToSign): CredentialToIssue => ({
  row: {
    number: certificate.number,
    kind: 'course_completion',
    userId: certificate.userId,
    holderName: certificate.holderName,
    title: course.title,
    validFrom: certificate.issuedAt,
    // A completed course stays completed.
    validUntil: null,
    issuedAt: certificate.issuedAt,
    certificateId: certificate.certificateId,
    supersedesId: certificate.supersedesId,
  },
  holderEmail: certificate.email,
  said: {
    achievement: courseAchievement(course, settings().appUrl),
    evidence: courseEvidence(course),
    hoursClaimed: certificate.cpdHours,
    activity: { startedAt: certificate.startedAt, endedAt: certificate.completedAt },
  },
})
