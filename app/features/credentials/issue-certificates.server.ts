import { randomBytes } from 'node:crypto'
import { recordAudit } from '#app/db/audit.server.ts'
import {
  type CandidateRow,
  findCandidates,
  holdEnrolments,
  insertCertificates,
  type NewCertificate,
} from '#app/db/certificates.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { decideIssue } from '#app/domain/certificate.ts'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { textOf, unsettableLetters, wordingDigest } from './preview-certificates.server.ts'
import { requireOfficer } from './require-officer.server.ts'
import { signCertificates } from './signing/sign-certificates.server.ts'

/** An enrolment, and the fingerprint of what the officer saw that its certificate would say. */
export type Confirmed = { enrolmentId: string; seen: string }

export type Refusal = { enrolmentId: string; isIssuedAlready: boolean; because: string }
export type Issuing = { issuedNumbers: string[]; refused: Refusal[] }

/**
 * Issues a certificate for each of these enrolments, once and for ever: with its signed credential, its audit entry and the
 * holder's notice in one transaction. An enrolment that has one already, the officer's own, one whose name cannot be set, and one whose words
 * have changed since they were seen are refused, each with its reason, and the others are issued. Unknown ids are
 * passed over.
 */
export async function issueCertificates(officer: Actor, confirmed: readonly Confirmed[], now: Date): Promise<Issuing> {
  requireOfficer(officer)
  const seen = new Map(confirmed.map((each) => [each.enrolmentId, each.seen]))
  // Fonts are looked into before any row is held, and for the words that were seen: other words are refused below.
  const unsettable = new Map<string, readonly string[]>()
  for (const candidate of await findCandidates([...seen.keys()]))
    unsettable.set(candidate.enrolmentId, await unsettableLetters(candidate))
  const ids = [...unsettable.keys()]

  return transact(async (tx) => {
    await holdEnrolments(tx, ids)
    // Read after the rows are held: what another officer issued a moment ago is seen here.
    const candidates = await findCandidates(ids, tx)
    const refused = candidates.flatMap((candidate) => {
      const { enrolmentId, issuedNumber } = candidate
      const because = refusalOf(candidate, officer, seen.get(enrolmentId), unsettable.get(enrolmentId) ?? [])
      return because ? [{ enrolmentId, isIssuedAlready: issuedNumber !== null, because }] : []
    })
    const free = candidates.filter(
      (candidate) => !refused.some(({ enrolmentId }) => enrolmentId === candidate.enrolmentId),
    )
    return { issuedNumbers: await issue(tx, free, officer, now), refused }
  })
}

function refusalOf(
  candidate: CandidateRow,
  officer: Actor,
  seen: string | undefined,
  unsettable: readonly string[],
): string | undefined {
  const decision = decideIssue({ ...candidate, unsettable }, officer.id)
  if (!decision.canIssue) return decision.because
  if (seen !== wordingDigest(textOf(candidate))) return 'It would say something else now than when you looked at it.'
  return undefined
}

async function issue(tx: Db, candidates: readonly CandidateRow[], officer: Actor, now: Date): Promise<string[]> {
  const certificates = candidates.map(
    (candidate): NewCertificate => ({
      ...textOf(candidate),
      number: certificateNumber(randomBytes(CERTIFICATE_RANDOM_BYTES)),
      issuedAt: now,
      issuedById: officer.id,
      userId: candidate.holderId,
      enrolmentId: candidate.enrolmentId,
      courseVersionId: candidate.courseVersionId,
    }),
  )
  const ids = await insertCertificates(tx, certificates)
  await signCertificates(tx, [...ids.values()], now)
  for (const { number, userId, enrolmentId, courseTitle } of certificates) {
    await recordAudit(tx, {
      actor: officer,
      action: 'certificate.issued',
      object: { kind: 'certificate', id: ids.get(number) ?? number },
      details: { number, enrolmentId },
      at: now,
    })
    await notify(tx, {
      userId,
      kind: 'certificate-issued',
      params: { courseTitle, certificateNumber: number },
      now,
    })
  }
  return certificates.map(({ number }) => number)
}
