import type { Day, PortfolioBodies, PortfolioKind } from '#app/domain/portfolio/entry.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { type Db, db, Prisma } from './client.server.ts'

/** What became of the version in force before a supervisor. */
export type SignatureState = 'none' | 'waiting' | 'signed' | 'refused' | 'correction-asked'

/** An entry as its version in force says it. Discriminated by `kind`. */
export type PortfolioEntry = {
  [Kind in PortfolioKind]: {
    id: string
    kind: Kind
    /** Of a case. */
    code: string | null
    /** Of a clip. */
    caseId: string | null
    version: number
    occurredOn: Day
    body: PortfolioBodies[Kind]
    digest: string
    /** ISO. */
    madeAt: string
    /** The last that was asked of this version. */
    signature: SignatureState
    signedBy: string | null
    /** ISO. */
    answeredAt: string | null
    /** What a supervisor wrote on refusing, or on asking for a correction. */
    reason: string
    /** Of an earlier version that was signed: the signature went with the correction. */
    isSignatureVoided: boolean
    /** Of a training: whether staff have accepted its certificate; null while nobody has looked at this version. */
    isAccepted: boolean | null
    /** Of a clip: the day on which it was rated. */
    ratedOn: Day | null
    files: { id: string; name: string; mediaType: string; bytes: number }[]
  }
}[PortfolioKind]

/** What became of the recording says nothing of the session: a clip that was destroyed after it was rated stays rated. */
export const whatIsRated = (body: Prisma.Sql) => Prisma.sql`(${body} - 'destroyBy' - 'destroyedOn')`

const entryColumns = Prisma.sql`
  e.id, e.kind::text AS kind, e.code, e.case_id AS "caseId", e.version, to_char(e.occurred_on, 'YYYY-MM-DD') AS "occurredOn",
  v.body, v.digest, to_json(v.made_at) #>> '{}' AS "madeAt",
  CASE WHEN c.id IS NULL THEN 'none' WHEN c.answer IS NULL THEN 'waiting' ELSE replace(c.answer::text, '_', '-') END AS signature,
  c.supervisor_id AS "signedBy", to_json(c.answered_at) #>> '{}' AS "answeredAt", coalesce(c.reason, '') AS reason,
  EXISTS (SELECT 1 FROM countersigning old WHERE old.entry_id = e.id AND old.answer = 'signed' AND old.voided_at IS NOT NULL)
    AS "isSignatureVoided",
  (SELECT s.is_accepted FROM staff_check s WHERE s.entry_id = e.id AND s.entry_version = e.version
   ORDER BY s.checked_at DESC, s.id DESC LIMIT 1) AS "isAccepted",
  (SELECT to_char(max(r.rated_at), 'YYYY-MM-DD') FROM clip_rating r
   JOIN portfolio_version rated ON rated.entry_id = r.entry_id AND rated.number = r.version
   WHERE r.entry_id = e.id AND ${whatIsRated(Prisma.sql`rated.body`)} = ${whatIsRated(Prisma.sql`v.body`)}) AS "ratedOn",
  (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes) ORDER BY f.id), '[]')
   FROM stored_file f WHERE f.entry_id = e.id AND f.erased_at IS NULL) AS files`

const entryTables = Prisma.sql`
  portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
  LEFT JOIN LATERAL (SELECT * FROM countersigning c WHERE c.entry_id = e.id AND c.version = e.version AND c.voided_at IS NULL
                     ORDER BY c.id DESC LIMIT 1) c ON true`

/** Everything that somebody keeps, the latest day first; erased and removed entries are gone. One statement. */
export function listEntries(ownerId: string, kind?: PortfolioKind, tx: Db = db()): Promise<PortfolioEntry[]> {
  return tx.$queryRaw<PortfolioEntry[]>`
    SELECT ${entryColumns} FROM ${entryTables}
    WHERE e.owner_id = ${ownerId}::uuid AND e.removed_at IS NULL AND v.erased_at IS NULL
      ${kind ? Prisma.sql`AND e.kind = ${kind}::portfolio_kind` : Prisma.empty}
    ORDER BY e.occurred_on DESC, e.id DESC`
}

/** One entry of its owner, whatever its kind. One statement. */
export async function findOwnEntry(ownerId: string, entryId: string, tx: Db = db()): Promise<PortfolioEntry | null> {
  const [entry] = await tx.$queryRaw<PortfolioEntry[]>`
    SELECT ${entryColumns} FROM ${entryTables}
    WHERE e.id = ${entryId}::uuid AND e.owner_id = ${ownerId}::uuid AND e.removed_at IS NULL AND v.erased_at IS NULL`
  return entry ?? null
}

/** What the writer of an entry confirmed for the version in force. */
export async function listConfirmed(ownerId: string, entryId: string, tx: Db = db()): Promise<Confirmation[]> {
  const [found] = await tx.$queryRaw<{ confirmed: Confirmation[] }[]>`
    SELECT v.confirmed FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
    WHERE e.id = ${entryId}::uuid AND e.owner_id = ${ownerId}::uuid`
  return found?.confirmed ?? []
}

/** One version of an entry, with what supervisors said of it. */
export type EntryVersion<Kind extends PortfolioKind = PortfolioKind> = {
  number: number
  body: PortfolioBodies[Kind]
  /** Whom it names as its supervisor. */
  supervisorName: string | null
  /** ISO. */
  madeAt: string
  answers: {
    answer: Exclude<SignatureState, 'none' | 'waiting'>
    by: string
    /** ISO. */
    at: string
    reason: string
    isVoided: boolean
  }[]
}

/** Every version of an entry of this person, the latest first; none where there is no such entry. One statement. */
export function listVersions(ownerId: string, entryId: string, tx: Db = db()): Promise<EntryVersion[]> {
  return tx.$queryRaw<EntryVersion[]>`
    SELECT v.number, v.body, to_json(v.made_at) #>> '{}' AS "madeAt",
      (SELECT u.name FROM "user" u WHERE u.id::text = v.body ->> 'supervisorId') AS "supervisorName",
      (SELECT coalesce(json_agg(json_build_object(
                'answer', replace(c.answer::text, '_', '-'), 'by', s.name, 'at', c.answered_at, 'reason', c.reason,
                'isVoided', c.voided_at IS NOT NULL) ORDER BY c.id), '[]')
       FROM countersigning c JOIN "user" s ON s.id = c.supervisor_id
       WHERE c.entry_id = e.id AND c.version = v.number AND c.answer IS NOT NULL) AS answers
    FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id
    WHERE e.id = ${entryId}::uuid AND e.owner_id = ${ownerId}::uuid AND e.removed_at IS NULL AND v.erased_at IS NULL
    ORDER BY v.number DESC`
}
