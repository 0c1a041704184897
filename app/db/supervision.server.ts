import type { Period } from '#app/domain/portfolio/approval.ts'
import type { ClipLevels } from '#app/domain/portfolio/clip-domains.ts'
import type { ClipBody, Day } from '#app/domain/portfolio/entry.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { clipsFor, isRatedBy, ratingsBy } from './supervisees.server.ts'
import { type SupervisorChoice, supervisorChoices } from './supervisors.server.ts'

export type StatementBody = { work: string; strengths: string; development: string }

/** How a supervisor knows a trainee: by entries or clips that were put before them. */
const isSuperviseeOf = (supervisorId: string, traineeId: Prisma.Sql) => Prisma.sql`(
  EXISTS (SELECT 1 FROM countersigning c JOIN portfolio_entry e ON e.id = c.entry_id
          WHERE c.supervisor_id = ${supervisorId}::uuid AND e.owner_id = ${traineeId})
  OR EXISTS (SELECT 1 FROM ${clipsFor(supervisorId)} AND e.owner_id = ${traineeId}))`

const approvalsOf = (userId: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('startsOn', to_char(a.starts_on, 'YYYY-MM-DD'),
                                              'endsOn', to_char(a.ends_on, 'YYYY-MM-DD'))), '[]')
   FROM supervisor_approval a WHERE a.user_id = ${userId})`

export type SuperviseeClip = { id: string; caseCode: string | null; body: ClipBody; isRated: boolean }

export type SuperviseePage = {
  id: string
  name: string
  clips: SuperviseeClip[]
  /** The supervisor's own statements about them, the latest first. ISO. */
  statements: { sentAt: string; isPositive: boolean }[]
}

/** A trainee who put something before this supervisor, by their clips and the supervisor's own statements. Null for anybody else. One statement. */
export async function findSupervisee(
  supervisorId: string,
  traineeId: string,
  tx: Db = db(),
): Promise<SuperviseePage | null> {
  const [page] = await tx.$queryRaw<SuperviseePage[]>`
    SELECT u.id, u.name,
      (SELECT coalesce(json_agg(json_build_object('id', e.id, 'caseCode', k.code, 'body', v.body, 'isRated', ${isRatedBy(supervisorId)})
                                ORDER BY e.occurred_on DESC, e.id DESC), '[]')
       FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
         LEFT JOIN portfolio_entry k ON k.id = e.case_id
       WHERE e.owner_id = u.id AND e.kind = 'clip' AND e.removed_at IS NULL AND v.erased_at IS NULL
         AND v.body ->> 'supervisorId' = ${supervisorId}) AS clips,
      (SELECT coalesce(json_agg(json_build_object('sentAt', s.sent_at, 'isPositive', s.is_positive) ORDER BY s.sent_at DESC), '[]')
       FROM supervisor_statement s WHERE s.trainee_id = u.id AND s.supervisor_id = ${supervisorId}::uuid) AS statements
    FROM "user" u
    WHERE u.id = ${traineeId}::uuid AND u.id <> ${supervisorId}::uuid AND ${isSuperviseeOf(supervisorId, Prisma.sql`u.id`)}`
  return page ?? null
}

export type OwnRating = {
  ratings: Partial<ClipLevels>
  comment: string
  instrument: string
  totals: Record<string, number>
  /** ISO. */
  ratedAt: string
}

export type ClipToRate = {
  id: string
  version: number
  ownerId: string
  ownerName: string
  caseCode: string | null
  body: ClipBody
  approvals: Period[]
  /** What this supervisor rated of this version, the latest. */
  rating: OwnRating | null
}

/** A clip that names this supervisor as whoever rates it; null for anybody else's. One statement. */
export async function findClipFor(supervisorId: string, clipId: string, tx: Db = db()): Promise<ClipToRate | null> {
  const [clip] = await tx.$queryRaw<ClipToRate[]>`
    SELECT e.id, e.version, e.owner_id AS "ownerId", o.name AS "ownerName", k.code AS "caseCode", v.body,
      ${approvalsOf(Prisma.sql`${supervisorId}::uuid`)} AS approvals,
      (SELECT json_build_object('ratings', r.ratings, 'comment', r.comment, 'instrument', r.instrument, 'totals', r.totals,
                                'ratedAt', r.rated_at)
       FROM ${ratingsBy(supervisorId)} ORDER BY r.id DESC LIMIT 1) AS rating
    FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
      JOIN "user" o ON o.id = e.owner_id LEFT JOIN portfolio_entry k ON k.id = e.case_id
    WHERE e.id = ${clipId}::uuid AND e.kind = 'clip' AND e.removed_at IS NULL AND v.erased_at IS NULL
      AND v.body ->> 'supervisorId' = ${supervisorId} AND e.owner_id <> ${supervisorId}::uuid`
  return clip ?? null
}

type NewRating = {
  entryId: string
  version: number
  supervisorId: string
  ratings: ClipLevels
  comment: string
  instrument: string
  totals: Record<string, number>
  now: Date
}

export async function insertRating(tx: Db, { now, ...rating }: NewRating): Promise<string> {
  return (await tx.clipRating.create({ data: { ...rating, ratedAt: now }, select: { id: true } })).id
}

type NewStatement = { traineeId: string; supervisorId: string; isPositive: boolean; body: StatementBody; now: Date }

export async function insertStatement(tx: Db, { now, ...statement }: NewStatement): Promise<string> {
  return (await tx.supervisorStatement.create({ data: { ...statement, sentAt: now }, select: { id: true } })).id
}

export type SentStatement = {
  id: string
  traineeName: string
  supervisorId: string
  supervisorName: string
  isPositive: boolean
  body: StatementBody
  /** ISO. */
  sentAt: string
  /** A later one of the same supervisor about the same trainee took its place. */
  isReplaced: boolean
  /** Of the supervisor. */
  approvals: Period[]
}

const statementColumns = Prisma.sql`
  s.id, t.name AS "traineeName", s.supervisor_id AS "supervisorId", v.name AS "supervisorName", s.is_positive AS "isPositive",
  s.body, to_json(s.sent_at) #>> '{}' AS "sentAt", ${approvalsOf(Prisma.sql`s.supervisor_id`)} AS approvals,
  EXISTS (SELECT 1 FROM supervisor_statement n WHERE n.trainee_id = s.trainee_id AND n.supervisor_id = s.supervisor_id
          AND n.id > s.id) AS "isReplaced"`
const statementTables = Prisma.sql`
  supervisor_statement s JOIN "user" t ON t.id = s.trainee_id JOIN "user" v ON v.id = s.supervisor_id`

/** A statement, for staff: never about themselves. One statement. */
export async function findStatement(id: string, readerId: string): Promise<SentStatement | null> {
  const [statement] = await db().$queryRaw<SentStatement[]>`
    SELECT ${statementColumns} FROM ${statementTables} WHERE s.id = ${id}::uuid AND s.trainee_id <> ${readerId}::uuid`
  return statement ?? null
}

export type AskOffer = {
  choices: SupervisorChoice[]
  /** That statements about them were sent, and by whom; never what they say. */
  statements: { supervisorName: string; sentOn: Day }[]
}

/** Whom a trainee can name as a supervisor, and whose statements went to staff. One statement. */
export async function findAskOffer(traineeId: string): Promise<AskOffer> {
  const [offer] = await db().$queryRaw<AskOffer[]>`
    SELECT
      (SELECT coalesce(json_agg(x), '[]') FROM (${supervisorChoices(traineeId)}) x) AS choices,
      (SELECT coalesce(json_agg(y), '[]') FROM (
        SELECT v.name AS "supervisorName", to_char(max(s.sent_at), 'YYYY-MM-DD') AS "sentOn"
        FROM supervisor_statement s JOIN "user" v ON v.id = s.supervisor_id
        WHERE s.trainee_id = ${traineeId}::uuid GROUP BY v.id, v.name ORDER BY 2 DESC) y) AS statements`
  return offer ?? { choices: [], statements: [] }
}
