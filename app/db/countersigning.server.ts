import type { Period } from '#app/domain/portfolio/approval.ts'
import type { Countersignable, RequestFacts, SupervisorAnswer } from '#app/domain/portfolio/countersigning.ts'
import { type Db, db, Prisma } from './client.server.ts'

/** An entry as it was put before a supervisor: frozen, whatever it says by now. */
export type CountersignRequest = RequestFacts & {
  id: string
  entryId: string
  ownerId: string
  ownerName: string
  supervisorId: string
  supervisorName: string
  entry: Countersignable
  /** Of a case; null for a session. */
  code: string | null
  /** Of a session: the codes of the cases that were brought. */
  caseCodes: string[]
  /** ISO. */
  requestedAt: string
  /** ISO. */
  answeredAt: string | null
  /** ISO. */
  voidedAt: string | null
  reason: string
  approvals: Period[]
}

const requestColumns = Prisma.sql`
  c.id, c.entry_id AS "entryId", e.owner_id AS "ownerId", o.name AS "ownerName", c.supervisor_id AS "supervisorId",
  s.name AS "supervisorName", json_build_object('kind', e.kind, 'body', v.body) AS entry, e.code, c.version, c.digest,
  e.version AS "currentVersion", v.digest AS "keptDigest", e.removed_at IS NOT NULL OR v.erased_at IS NOT NULL AS "isRemoved",
  c.voided_at IS NOT NULL AS "isVoided", replace(c.answer::text, '_', '-') AS answer, c.reason,
  to_json(c.requested_at) #>> '{}' AS "requestedAt", to_json(c.answered_at) #>> '{}' AS "answeredAt",
  to_json(c.voided_at) #>> '{}' AS "voidedAt",
  ARRAY(SELECT k.code FROM portfolio_entry k WHERE e.kind = 'supervision' AND k.owner_id = e.owner_id
        AND jsonb_exists(v.body -> 'caseIds', k.id::text) ORDER BY k.code) AS "caseCodes",
  (SELECT coalesce(json_agg(json_build_object('startsOn', to_char(a.starts_on, 'YYYY-MM-DD'),
                                              'endsOn', to_char(a.ends_on, 'YYYY-MM-DD'))), '[]')
   FROM supervisor_approval a WHERE a.user_id = c.supervisor_id) AS approvals`

const requestTables = Prisma.sql`
  countersigning c JOIN portfolio_entry e ON e.id = c.entry_id
  JOIN portfolio_version v ON v.entry_id = c.entry_id AND v.number = c.version
  JOIN "user" o ON o.id = e.owner_id JOIN "user" s ON s.id = c.supervisor_id`

/** Of a request `c` of version `v` of an entry `e`. */
export const isWaiting = Prisma.sql`c.answer IS NULL AND c.voided_at IS NULL AND e.removed_at IS NULL AND v.erased_at IS NULL`

/** The order in which a supervisor goes through what waits: supervisee by supervisee, the earliest day first. */
const bySupervisee = Prisma.sql`ORDER BY lower(o.name), e.owner_id, e.occurred_on, c.id`

/** Those of a supervisor's requests for which `condition` holds, as one JSON list, to stand in a larger statement. */
export const requestsAsJson = (condition: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(request), '[]')
   FROM (SELECT ${requestColumns} FROM ${requestTables} WHERE ${condition} ${bySupervisee}) request)`

/** What waits for a supervisor. One statement. */
export function listWaitingRequests(supervisorId: string, tx: Db = db()): Promise<CountersignRequest[]> {
  return tx.$queryRaw<CountersignRequest[]>`
    SELECT ${requestColumns} FROM ${requestTables}
    WHERE c.supervisor_id = ${supervisorId}::uuid AND ${isWaiting} ${bySupervisee}`
}

/** Everything that one trainee ever put before a supervisor, the latest day first. One statement. */
export function listRequestsOf(supervisorId: string, ownerId: string): Promise<CountersignRequest[]> {
  return db().$queryRaw<CountersignRequest[]>`
    SELECT ${requestColumns} FROM ${requestTables}
    WHERE c.supervisor_id = ${supervisorId}::uuid AND e.owner_id = ${ownerId}::uuid
    ORDER BY e.occurred_on DESC, e.id, c.id DESC`
}

/** These of a supervisor's requests, whatever became of them. One statement. */
export function findRequests(
  supervisorId: string,
  ids: readonly string[],
  tx: Db = db(),
): Promise<CountersignRequest[]> {
  return tx.$queryRaw<CountersignRequest[]>`
    SELECT ${requestColumns} FROM ${requestTables}
    WHERE c.supervisor_id = ${supervisorId}::uuid AND c.id = ANY(${[...ids]}::uuid[]) ${bySupervisee}`
}

/**
 * These of a supervisor's requests, with their entries held until the transaction ends: of a supervisor who signs and a trainee who
 * corrects, the later sees what the earlier did. Always in the same order, so that two who sign never wait for each other.
 */
export async function holdRequests(
  tx: Db,
  supervisorId: string,
  ids: readonly string[],
): Promise<CountersignRequest[]> {
  await tx.$queryRaw`
    SELECT 1 FROM portfolio_entry WHERE id IN (
      SELECT entry_id FROM countersigning WHERE supervisor_id = ${supervisorId}::uuid AND id = ANY(${[...ids]}::uuid[]))
    ORDER BY id FOR UPDATE`
  return findRequests(supervisorId, ids, tx)
}

type NewRequest = { entryId: string; version: number; digest: string; supervisorId: string; now: Date }

/** Puts a version before a supervisor. @returns the request's id; null where one waits already. */
export async function insertRequest(tx: Db, { now, ...request }: NewRequest): Promise<string | null> {
  const [row] = await tx.countersigning.createManyAndReturn({
    data: { ...request, requestedAt: now },
    select: { id: true },
    skipDuplicates: true,
  })
  return row?.id ?? null
}

/** The open request of a trainee's own entry, which is held by the caller, is taken back. @returns its id, where there was one. */
export async function voidOpenRequest(tx: Db, entryId: string, now: Date): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE countersigning SET voided_at = ${now}
    WHERE entry_id = ${entryId}::uuid AND answer IS NULL AND voided_at IS NULL RETURNING id`
  return row?.id ?? null
}

type GivenAnswer = { answer: SupervisorAnswer; reason: string; via: 'account' | 'link'; now: Date }

/** Keeps what a supervisor answered. The caller holds the entry. */
export async function saveAnswer(tx: Db, id: string, { answer, reason, via, now }: GivenAnswer): Promise<void> {
  const stored = answer === 'correction-asked' ? 'correction_asked' : answer
  await tx.countersigning.update({
    where: { id },
    data: { answer: stored, reason, answeredAt: now, answeredVia: via },
    select: { id: true },
  })
}
