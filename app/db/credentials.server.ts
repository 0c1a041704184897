import type { StudiedCourse } from '#app/domain/credential/course-achievement.ts'
import type { CredentialKind, SpecialistNote } from '#app/domain/credential/kinds.ts'
import { type Db, db } from './client.server.ts'

/** A certificate with what its credential says besides. */
export type CertificateToSign = {
  certificateId: string
  number: string
  userId: string
  holderName: string
  email: string
  cpdHours: number
  startedAt: Date
  completedAt: Date
  issuedAt: Date
  course: StudiedCourse
  /** The credential that it takes the place of. */
  supersedesId: string | null
}

/** Certificates, by number; the course as the version that was studied. One statement. */
export function findCertificatesToSign(tx: Db, certificateIds: readonly string[]): Promise<CertificateToSign[]> {
  return tx.$queryRaw<CertificateToSign[]>`
    SELECT c.id AS "certificateId", c.number, c.user_id AS "userId", c.holder_name AS "holderName", u.email,
           c.cpd_hours AS "cpdHours", c.started_at AS "startedAt", c.completed_at AS "completedAt",
           c.issued_at AS "issuedAt",
           (SELECT before.id FROM credential before WHERE before.certificate_id = c.supersedes_id) AS "supersedesId",
           jsonb_build_object(
             'slug', i.slug, 'version', v.number, 'title', c.course_title, 'summary', v.body -> 'summary',
             'outcomes', v.body -> 'outcomes', 'completion', v.body -> 'completion',
             'modules', coalesce(jsonb_array_length(v.body -> 'modules'), 0),
             'lessons', jsonb_array_length(v.body -> 'lessons'), 'questions', jsonb_array_length(v.body -> 'questions'),
             'vignettes', jsonb_array_length(v.body -> 'vignettes')) AS course
    FROM certificate c
    JOIN "user" u ON u.id = c.user_id
    JOIN content_version v ON v.id = c.course_version_id
    JOIN content_item i ON i.id = v.item_id
    WHERE c.id = ANY(${certificateIds}::uuid[])
    ORDER BY c.number`
}

/** Certificates without a credential: those that were issued before there were any. */
export async function findUnsignedCertificates(limit: number): Promise<string[]> {
  const rows = await db().certificate.findMany({
    where: { credential: null },
    orderBy: { number: 'asc' },
    take: limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export type NewCredential = {
  number: string
  kind: CredentialKind
  userId: string
  holderName: string
  title: string
  validFrom: Date
  validUntil: Date | null
  issuedAt: Date
  certificateId?: string
  statusRecordId?: string
  note?: SpecialistNote | null
  supersedesId?: string | null
}

/** @returns the new rows’ ids by their numbers. */
export async function insertCredentials(tx: Db, rows: readonly NewCredential[]): Promise<Map<string, string>> {
  const inserted = await tx.credential.createManyAndReturn({ data: [...rows], select: { id: true, number: true } })
  return new Map(inserted.map(({ id, number }) => [number, id]))
}

export type NewSigned = {
  credentialId: string
  version: number
  document: string
  issuerDid: string
  keyId: string
  signedAt: Date
}

export async function insertSigned(tx: Db, rows: readonly NewSigned[]): Promise<void> {
  await tx.signedCredential.createMany({ data: [...rows] })
}

/** The signed form of a credential, the newest, as it was written. One statement. */
export const findSigned = async (number: string): Promise<string | null> => (await findSignedFile(number))?.text ?? null

/**
 * The same with what it is of. One statement.
 * @param holderId finds it only if it is this person’s.
 */
export async function findSignedFile(
  number: string,
  holderId?: string,
): Promise<{ number: string; kind: CredentialKind; text: string } | null> {
  const row = await db().signedCredential.findFirst({
    where: { credential: { number, ...(holderId && { userId: holderId }) } },
    orderBy: { version: 'desc' },
    select: { document: true, credential: { select: { kind: true } } },
  })
  return row && { number, kind: row.credential.kind, text: row.document }
}

/** Every name under which this installation signed, today’s left out where it has not signed yet. */
export async function listIssuerDids(): Promise<string[]> {
  const rows = await db().signedCredential.findMany({ distinct: ['issuerDid'], select: { issuerDid: true } })
  return rows.map(({ issuerDid }) => issuerDid)
}

export type RevokedSignature = { credentialId: string; number: string; version: number; document: string }

/** Credentials whose newest signature is of a key that was revoked, by number. */
export function findRevokedSignatures(tx: Db, limit: number): Promise<RevokedSignature[]> {
  return tx.$queryRaw<RevokedSignature[]>`
    SELECT s.credential_id AS "credentialId", c.number, s.version, s.document
    FROM signed_credential s
    JOIN issuer_key k ON k.id = s.key_id AND k.revoked_at IS NOT NULL
    JOIN credential c ON c.id = s.credential_id
    WHERE NOT EXISTS (
      SELECT 1 FROM signed_credential newer WHERE newer.credential_id = s.credential_id AND newer.version > s.version)
    ORDER BY c.number
    LIMIT ${limit}`
}
