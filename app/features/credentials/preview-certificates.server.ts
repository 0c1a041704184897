import { type CandidateRow, findCandidates } from '#app/db/certificates.server.ts'
import { boardStatements, type CertificateText, decideIssue } from '#app/domain/certificate.ts'
import type { Actor } from '#app/domain/people.ts'
import { tagOf } from '#app/http/public-file.ts'
import { lettersWithoutFont } from '#app/pdf/text-runs.server.ts'
import { requireOfficer } from './require-officer.server.ts'

/** As many as one page lists. */
export const MAX_SELECTED = 50

export type CertificatePreview = {
  enrolmentId: string
  text: CertificateText
  /** Changes with every word of the certificate: what is confirmed is what was seen. */
  seen: string
} & ReturnType<typeof decideIssue>

/**
 * What the certificates of these enrolments would say, by name, and which of them this officer cannot issue and why. Ids that
 * are unknown or whose course is not completed are left out.
 */
export async function previewCertificates(
  officer: Actor,
  enrolmentIds: readonly string[],
): Promise<CertificatePreview[]> {
  requireOfficer(officer)
  const candidates = await findCandidates(enrolmentIds)
  const previews: CertificatePreview[] = []
  for (const candidate of candidates) {
    const unsettable = await unsettableLetters(candidate)
    const text = textOf(candidate)
    previews.push({
      enrolmentId: candidate.enrolmentId,
      text,
      seen: wordingDigest(text),
      ...decideIssue({ ...candidate, unsettable }, officer.id),
    })
  }
  return previews
}

/** Only what the certificate will say. */
export const textOf = (candidate: CandidateRow): CertificateText => ({
  holderName: candidate.holderName,
  courseTitle: candidate.courseTitle,
  courseFormat: candidate.courseFormat,
  cpdHours: candidate.cpdHours,
  startedAt: candidate.startedAt,
  completedAt: candidate.completedAt,
  ...(candidate.approvals && { approvals: candidate.approvals }),
})

/** A fingerprint of a certificate's words. */
export const wordingDigest = (text: CertificateText): string => tagOf(JSON.stringify(Object.values(text)))

/** Letters that could not be set on the certificate. */
export const unsettableLetters = (text: CertificateText): Promise<string[]> =>
  lettersWithoutFont([text.holderName, text.courseTitle, text.courseFormat, ...boardStatements(text)].join(' '))
