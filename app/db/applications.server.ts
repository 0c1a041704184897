import type { ApplicationEventKind, ApplicationState } from '#app/domain/application.ts'
import type { Fee, FeeOrder } from '#app/domain/billing/fee.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import type { Renewed } from '#app/domain/renewal.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { evidenceSince, type HeldStatus, heldBy, isStatusRevoked } from './held-statuses.server.ts'

/** What was handed in: the facts, and which version of which entry they come from. */
export type Snapshot = {
  facts: PathwayFacts
  /** The day as of which the facts were taken. */
  at: string
  entries: { id: string; version: number; digest: string }[]
}

export type ApplicationEvent = {
  id: string
  kind: ApplicationEventKind
  byId: string
  byName: string
  /** ISO. */
  at: string
  requirementId: string | null
  text: string
  isFavourable: boolean | null
}

export type Application = {
  id: string
  userId: string
  state: ApplicationState
  appliedAt: Date
  closedAt: Date | null
  assessorId: string | null
  /** What is asked for looking at it; null where that is free. */
  fee: Fee | null
  feeOrders: FeeOrder[]
  pathwayVersionId: string
  pathwayTitle: string
  /** The status that it renews; null for a first application. */
  renews: (Renewed & { id: string; title: string; grantedOn: string; isRevoked: boolean }) | null
  events: ApplicationEvent[]
  snapshot: Snapshot & { number: number; digest: string; takenAt: string }
}

/** What the pathway `pv` of an application `a` asks for looking at it. */
export const fee = Prisma.sql`CASE WHEN a.renews_id IS NULL THEN pv.body -> 'fee' ELSE pv.body -> 'renewal' -> 'fee' END`

/** What was ordered to pay the fee of an application `a`, the oldest first. */
export const feeOrders = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', o.id, 'currency', o.currency, 'session', o.session, 'isPaid', o.is_paid,
            'totalMinor', o.total_minor, 'refundedMinor', o.refunded_minor, 'dispute', o.dispute) ORDER BY o.id), '[]')
   FROM "order" o WHERE o.application_id = a.id)`

/** Of an application `a`, with its thread and what was handed in last. */
export const columns = Prisma.sql`
  a.id, a.user_id AS "userId", a.state::text AS state, a.applied_at AS "appliedAt", a.closed_at AS "closedAt",
  ${fee} AS fee, ${feeOrders} AS "feeOrders", a.assessor_id AS "assessorId", a.pathway_version_id AS "pathwayVersionId", pv.body ->> 'title' AS "pathwayTitle",
  (SELECT json_build_object('id', s.id, 'title', s.title, 'grantedOn', to_char(s.granted_on, 'YYYY-MM-DD'),
            'validUntil', to_char(s.valid_until, 'YYYY-MM-DD'), 'isRevoked', ${isStatusRevoked},
            'since', coalesce(${evidenceSince}, to_char(s.granted_on, 'YYYY-MM-DD')))
   FROM status_record s WHERE s.id = a.renews_id) AS renews,
  (SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'byId', e.by_id, 'byName', coalesce(b.name, 'A former member'),
            'at', e.at, 'requirementId', e.requirement_id, 'text', e.text, 'isFavourable', e.is_favourable) ORDER BY e.at, e.id)
   FROM application_event e LEFT JOIN "user" b ON b.id = e.by_id WHERE e.application_id = a.id) AS events,
  (SELECT s.body || jsonb_build_object('number', s.number, 'digest', s.digest, 'takenAt', s.taken_at)
   FROM application_snapshot s WHERE s.application_id = a.id ORDER BY s.number DESC LIMIT 1) AS snapshot`
export const tables = Prisma.sql`application a JOIN content_version pv ON pv.id = a.pathway_version_id`

/** What somebody has applied for, in a transaction, to be decided on; the latest first. */
export function listOwnApplications(tx: Db, userId: string): Promise<Application[]> {
  return tx.$queryRaw<Application[]>`
    SELECT ${columns} FROM ${tables} WHERE a.user_id = ${userId}::uuid ORDER BY a.applied_at DESC, a.id DESC`
}

/** What somebody has applied for and what was granted, the latest first. One statement. */
export async function readOwnApplications(
  userId: string,
): Promise<{ applications: Application[]; statuses: HeldStatus[] }> {
  const own = Prisma.sql`SELECT ${columns} FROM ${tables} WHERE a.user_id = ${userId}::uuid`
  const [row] = await db().$queryRaw<{ applications: OwnAsJson[]; statuses: HeldStatus[] }[]>`
    SELECT (SELECT coalesce(json_agg(o ORDER BY o."appliedAt" DESC, o.id DESC), '[]') FROM (${own}) o) AS applications,
           ${heldBy(Prisma.sql`${userId}::uuid`)} AS statuses`
  return { applications: (row?.applications ?? []).map(withDates), statuses: row?.statuses ?? [] }
}

type OwnAsJson = Omit<Application, 'appliedAt' | 'closedAt'> & { appliedAt: string; closedAt: string | null }

const withDates = ({ appliedAt, closedAt, ...application }: OwnAsJson): Application => ({
  ...application,
  appliedAt: new Date(appliedAt),
  closedAt: closedAt === null ? null : new Date(closedAt),
})

/** Holds an application until the transaction ends, so that of two who decide the later one sees what the earlier one did. */
export async function holdApplication(tx: Db, id: string): Promise<Application | null> {
  await tx.$queryRaw`SELECT 1 FROM application WHERE id = ${id}::uuid FOR UPDATE`
  const [application] = await tx.$queryRaw<Application[]>`SELECT ${columns} FROM ${tables} WHERE a.id = ${id}::uuid`
  return application ?? null
}

/** All that somebody ever held, in a transaction. */
export async function listHeldStatuses(tx: Db, userId: string): Promise<HeldStatus[]> {
  const [row] = await tx.$queryRaw<
    { statuses: HeldStatus[] }[]
  >`SELECT ${heldBy(Prisma.sql`${userId}::uuid`)} AS statuses`
  return row?.statuses ?? []
}

/** The versions of the entries that somebody keeps now. */
export function listEntryVersions(tx: Db, ownerId: string): Promise<Snapshot['entries']> {
  return tx.$queryRaw<Snapshot['entries']>`
    SELECT e.id, e.version, v.digest FROM portfolio_entry e
      JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
    WHERE e.owner_id = ${ownerId}::uuid AND e.removed_at IS NULL AND v.erased_at IS NULL ORDER BY e.id`
}
