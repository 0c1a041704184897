import type { ApplicationEventKind, ApplicationState } from '#app/domain/application.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import { type Db, db, Prisma } from './client.server.ts'

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
  pathwayVersionId: string
  pathwayTitle: string
  events: ApplicationEvent[]
  snapshot: Snapshot & { number: number; digest: string; takenAt: string }
}

const columns = Prisma.sql`
  a.id, a.user_id AS "userId", a.state::text AS state, a.applied_at AS "appliedAt", a.closed_at AS "closedAt",
  a.assessor_id AS "assessorId", a.pathway_version_id AS "pathwayVersionId", pv.body ->> 'title' AS "pathwayTitle",
  (SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'byId', e.by_id, 'byName', coalesce(b.name, 'A former member'),
            'at', e.at, 'requirementId', e.requirement_id, 'text', e.text, 'isFavourable', e.is_favourable) ORDER BY e.at, e.id)
   FROM application_event e LEFT JOIN "user" b ON b.id = e.by_id WHERE e.application_id = a.id) AS events,
  (SELECT s.body || jsonb_build_object('number', s.number, 'digest', s.digest, 'takenAt', s.taken_at)
   FROM application_snapshot s WHERE s.application_id = a.id ORDER BY s.number DESC LIMIT 1) AS snapshot`
const tables = Prisma.sql`application a JOIN content_version pv ON pv.id = a.pathway_version_id`

/** The same in a transaction, to be decided on. */
export function listOwnApplications(tx: Db, userId: string): Promise<Application[]> {
  return tx.$queryRaw<Application[]>`
    SELECT ${columns} FROM ${tables} WHERE a.user_id = ${userId}::uuid ORDER BY a.applied_at DESC, a.id DESC`
}

export type Status = { title: string; pathwaySlug: string; grantedOn: string; validUntil: string }

/** What somebody has applied for and what was granted, the latest first. One statement. */
export async function readOwnApplications(
  userId: string,
): Promise<{ applications: Application[]; statuses: Status[] }> {
  const own = Prisma.sql`SELECT ${columns} FROM ${tables} WHERE a.user_id = ${userId}::uuid`
  const [row] = await db().$queryRaw<{ applications: OwnAsJson[]; statuses: Status[] }[]>`
    SELECT (SELECT coalesce(json_agg(o ORDER BY o."appliedAt" DESC, o.id DESC), '[]') FROM (${own}) o) AS applications,
           (SELECT coalesce(json_agg(json_build_object('title', s.title, 'pathwaySlug', s.pathway_slug,
                     'grantedOn', to_char(s.granted_on, 'YYYY-MM-DD'), 'validUntil', to_char(s.valid_until, 'YYYY-MM-DD'))
                     ORDER BY s.granted_on DESC), '[]')
            FROM status_record s WHERE s.user_id = ${userId}::uuid) AS statuses`
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

/**
 * Who has no say in an application of `a`: the applicant, whoever countersigned or spoke for them, and whoever declared a conflict
 * of interest or supervises them.
 */
const isBarred = (personId: string) => Prisma.sql`(
  a.user_id = ${personId}::uuid
  OR EXISTS (SELECT 1 FROM countersigning c JOIN portfolio_entry p ON p.id = c.entry_id
             WHERE p.owner_id = a.user_id AND c.supervisor_id = ${personId}::uuid)
  OR EXISTS (SELECT 1 FROM supervisor_statement s WHERE s.trainee_id = a.user_id AND s.supervisor_id = ${personId}::uuid)
  OR EXISTS (SELECT 1 FROM conflict c WHERE c.trainee_id = a.user_id AND c.marker_id = ${personId}::uuid AND c.ended_at IS NULL))`

export async function isBarredFrom(tx: Db, personId: string, applicationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isBarred: boolean }[]>`
    SELECT ${isBarred(personId)} AS "isBarred" FROM application a WHERE a.id = ${applicationId}::uuid`
  return row?.isBarred ?? true
}

/** Whether all of these may be reached, or only what was referred to the person. */
export type Reach = { personId: string; isStaff: boolean }

const inReach = ({ personId, isStaff }: Reach) =>
  isStaff ? Prisma.sql`true` : Prisma.sql`a.assessor_id = ${personId}::uuid AND NOT ${isBarred(personId)}`

export type ListedApplication = {
  id: string
  applicant: string
  profession: string
  pathwayTitle: string
  state: ApplicationState
  appliedAt: Date
  /** Since when it waits for whoever has it. */
  movedAt: Date
  isReferred: boolean
  isBarred: boolean
  hasOpenAppeal: boolean
}

/** Open applications first, the longest waiting on top; then closed ones. One statement. */
export async function listApplications(reach: Reach, page: { isOpen: boolean; limit: number; offset: number }) {
  const rows = await db().$queryRaw<(ListedApplication & { total: number })[]>`
    SELECT a.id, u.name AS applicant, u.profession::text AS profession, pv.body ->> 'title' AS "pathwayTitle", a.state::text AS state,
           a.applied_at AS "appliedAt", (SELECT max(e.at) FROM application_event e WHERE e.application_id = a.id) AS "movedAt",
           a.assessor_id IS NOT NULL AS "isReferred", ${isBarred(reach.personId)} AS "isBarred", ${hasOpenAppeal} AS "hasOpenAppeal",
           count(*) OVER ()::int AS total
    FROM ${tables} JOIN "user" u ON u.id = a.user_id
    WHERE ${inReach(reach)} AND ${page.isOpen} = (a.closed_at IS NULL OR ${hasOpenAppeal})
    ORDER BY "movedAt" ${page.isOpen ? Prisma.sql`ASC` : Prisma.sql`DESC`}, a.id
    LIMIT ${page.limit} OFFSET ${page.offset}`
  return { applications: rows.map(({ total: _, ...application }) => application), total: rows[0]?.total ?? 0 }
}

const hasOpenAppeal = Prisma.sql`(
  SELECT count(*) FILTER (WHERE e.kind = 'appealed') > count(*) FILTER (WHERE e.kind = 'appeal_decided')
  FROM application_event e WHERE e.application_id = a.id)`

export type StaffCheckRow = { requirementId: string; isAccepted: boolean; on: string; note: string; by: string }

export type ReadApplication = Application & {
  applicant: { name: string; profession: string; regulator: string; registrationNumber: string; employer: string }
  isBarred: boolean
  /** What staff found of requirements, the latest last. */
  checks: StaffCheckRow[]
  /** What supervisors said of the applicant, the newest of each; for staff alone. */
  statements: { id: string; by: string; isPositive: boolean }[]
  /** To whom it can be referred: nobody who has a part in it. */
  assessors: { id: string; name: string }[]
}

/** One application for staff, or for the assessor that it was referred to. One statement. */
export async function findApplication(reach: Reach, id: string, now: Date): Promise<ReadApplication | null> {
  const [application] = await db().$queryRaw<ReadApplication[]>`
    SELECT ${columns}, ${isBarred(reach.personId)} AS "isBarred",
           json_build_object('name', u.name, 'profession', u.profession, 'regulator', u.regulator,
             'registrationNumber', u.registration_number, 'employer', u.employer) AS applicant,
           (SELECT coalesce(json_agg(json_build_object('requirementId', s.requirement_id, 'isAccepted', s.is_accepted,
                     'on', to_char(s.checked_on, 'YYYY-MM-DD'), 'note', s.note, 'by', c.name) ORDER BY s.checked_at, s.id), '[]')
            FROM staff_check s JOIN "user" c ON c.id = s.checked_by_id
            WHERE s.user_id = a.user_id AND s.subject = 'requirement') AS checks,
           CASE WHEN ${reach.isStaff} THEN
             (SELECT coalesce(json_agg(json_build_object('id', s.id, 'by', s.name, 'isPositive', s.is_positive) ORDER BY s.name), '[]')
              FROM (SELECT DISTINCT ON (s.supervisor_id) s.id, s.is_positive, w.name
                    FROM supervisor_statement s JOIN "user" w ON w.id = s.supervisor_id
                    WHERE s.trainee_id = a.user_id ORDER BY s.supervisor_id, s.sent_at DESC, s.id DESC) s)
             ELSE '[]' END AS statements,
           (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name), '[]')
            FROM (SELECT DISTINCT p.id, p.name FROM "user" p JOIN role_grant g ON g.user_id = p.id
                  WHERE g.role IN ('training_lead', 'supervisor', 'accreditation_staff') AND p.id <> a.user_id
                    AND g.starts_at <= ${now} AND (g.ends_at IS NULL OR g.ends_at > ${now})
                    AND NOT EXISTS (SELECT 1 FROM countersigning c JOIN portfolio_entry e ON e.id = c.entry_id
                                    WHERE e.owner_id = a.user_id AND c.supervisor_id = p.id)
                    AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.trainee_id = a.user_id AND c.marker_id = p.id AND c.ended_at IS NULL)
                 ) p) AS assessors
    FROM ${tables} JOIN "user" u ON u.id = a.user_id
    WHERE a.id = ${id}::uuid AND ${inReach(reach)}`
  return application ?? null
}

type NewApplication = { userId: string; pathwayVersionId: string; now: Date }

/** Of one person at most one is open: hold their portfolio and look first. */
export async function insertApplication(tx: Db, { userId, pathwayVersionId, now }: NewApplication): Promise<string> {
  const data = { userId, pathwayVersionId, appliedAt: now }
  return (await tx.application.create({ data, select: { id: true } })).id
}

export async function insertSnapshot(
  tx: Db,
  snapshot: { applicationId: string; number: number; body: Snapshot; digest: string; takenAt: Date },
): Promise<void> {
  const body = snapshot.body as unknown as Prisma.InputJsonObject
  await tx.applicationSnapshot.create({ data: { ...snapshot, body }, select: { number: true } })
}

/** The versions of the entries that somebody keeps now. */
export function listEntryVersions(tx: Db, ownerId: string): Promise<Snapshot['entries']> {
  return tx.$queryRaw<Snapshot['entries']>`
    SELECT e.id, e.version, v.digest FROM portfolio_entry e
      JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
    WHERE e.owner_id = ${ownerId}::uuid AND e.removed_at IS NULL AND v.erased_at IS NULL ORDER BY e.id`
}

type NewEvent = {
  applicationId: string
  kind: ApplicationEventKind
  byId: string
  at: Date
  text?: string
  requirementId?: string | undefined
  isFavourable?: boolean
}

export async function insertEvent(tx: Db, event: NewEvent): Promise<void> {
  await tx.applicationEvent.create({ data: event, select: { id: true } })
}

type Move = { state?: ApplicationState; assessorId?: string; closedAt?: Date | null }

export async function moveApplication(tx: Db, id: string, move: Move): Promise<void> {
  await tx.application.update({ where: { id }, data: move, select: { id: true } })
}

export async function insertStatus(
  tx: Db,
  status: {
    userId: string
    applicationId: string
    pathwaySlug: string
    title: string
    grantedOn: string
    validUntil: string
  },
): Promise<void> {
  const { grantedOn, validUntil } = status
  const data = { ...status, grantedOn: new Date(grantedOn), validUntil: new Date(validUntil) }
  await tx.statusRecord.create({ data, select: { id: true } })
}

type NewCheck = {
  userId: string
  requirementId: string
  isAccepted: boolean
  note: string
  checkedById: string
  on: string
  now: Date
}

/** What somebody of the staff found of a requirement. */
export async function insertRequirementCheck(tx: Db, { on, now, ...check }: NewCheck): Promise<string> {
  const data = { ...check, subject: 'requirement' as const, checkedOn: new Date(on), checkedAt: now }
  return (await tx.staffCheck.create({ data, select: { id: true } })).id
}
