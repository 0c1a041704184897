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

/** Whoever issues, here or by a batch that goes on while they are away. */
export type Officer = Pick<Actor, 'id' | 'roles'> & Partial<Pick<Actor, 'requestId'>>

/**
 * Issues a certificate for each of these enrolments, once and for ever: with its signed credential, its audit entry and the
 * holder's notice in one transaction. An enrolment that has one already, the officer's own, one whose name cannot be set, and one whose words
 * have changed since they were seen are refused, each with its reason, and the others are issued. Unknown ids are
 * passed over.
 */
export async function issueCertificates(
  officer: Officer,
  confirmed: readonly Confirmed[],
  now: Date,
): Promise<Issuing> {
  requireOfficer(officer)
  const looked = await lookAt(confirmed)
  const { issued, refused } = await transact((tx) => issueLookedAt(tx, looked, officer, now))
  return { issuedNumbers: [...issued.values()], refused }
}

/** What was confirmed, with the letters that no font has: looked into before any row is held. */
export type LookedAt = { seen: Map<string, string>; unsettable: Map<string, readonly string[]> }

export async function lookAt(confirmed: readonly Confirmed[]): Promise<LookedAt> {
  const seen = new Map(confirmed.map((each) => [each.enrolmentId, each.seen]))
  // For the words that were seen: other words are refused below.
  const unsettable = new Map<string, readonly string[]>()
  for (const candidate of await findCandidates([...seen.keys()]))
    unsettable.set(candidate.enrolmentId, await unsettableLetters(candidate))
  return { seen, unsettable }
}

/** The same in the caller's transaction. @returns the numbers by their enrolments. */
export async function issueLookedAt(
  tx: Db,
  { seen, unsettable }: LookedAt,
  officer: Officer,
  now: Date,
): Promise<{ issued: Map<string, string>; refused: Refusal[] }> {
  requireOfficer(officer)
  const ids = [...unsettable.keys()]
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
  return { issued: await issue(tx, free, officer, now), refused }
}

function refusalOf(
  candidate: CandidateRow,
  officer: Officer,
  seen: string | undefined,
  unsettable: readonly string[],
): string | undefined {
  const decision = decideIssue({ ...candidate, unsettable }, officer.id)
  if (!decision.canIssue) return decision.because
  if (seen !== wordingDigest(textOf(candidate))) return 'It would say something else now than when you looked at it.'
  return undefined
}

async function issue(
  tx: Db,
  candidates: readonly CandidateRow[],
  officer: Officer,
  now: Date,
): Promise<Map<string, string>> {
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
  return new Map(certificates.map(({ enrolmentId, number }) => [enrolmentId, number]))
}
