import type { ApplicationState } from '#app/domain/application.ts'
import type { Fee, FeeOrder } from '#app/domain/billing/fee.ts'
import type { CredentialEvent } from '#app/domain/credential/state.ts'
import { type Application, columns, fee, feeOrders, tables } from './applications.server.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { hasOpenAppeal } from './held-statuses.server.ts'

/**
 * Who has no say over somebody: they themselves, whoever countersigned or spoke for them, and whoever declared a conflict
 * of interest or supervises them. Both are values or columns.
 */
export const hasPartIn = (person: Prisma.Sql, other: Prisma.Sql) => Prisma.sql`(
  ${other} = ${person}
  OR EXISTS (SELECT 1 FROM countersigning bc JOIN portfolio_entry be ON be.id = bc.entry_id
             WHERE be.owner_id = ${other} AND bc.supervisor_id = ${person})
  OR EXISTS (SELECT 1 FROM supervisor_statement bs WHERE bs.trainee_id = ${other} AND bs.supervisor_id = ${person})
  OR EXISTS (SELECT 1 FROM conflict bf WHERE bf.trainee_id = ${other} AND bf.marker_id = ${person} AND bf.ended_at IS NULL))`

/** Who has no say in an application `a`. The person is a value or a column. */
const isBarred = (person: Prisma.Sql) => hasPartIn(person, Prisma.sql`a.user_id`)

const isPersonBarred = (personId: string) => isBarred(Prisma.sql`${personId}::uuid`)

export async function isBarredFrom(tx: Db, personId: string, applicationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isBarred: boolean }[]>`
    SELECT ${isPersonBarred(personId)} AS "isBarred" FROM application a WHERE a.id = ${applicationId}::uuid`
  return row?.isBarred ?? true
}

/** Whether somebody has no say over this person. */
export async function isBarredFromPerson(tx: Db, personId: string, otherId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isBarred: boolean }[]>`
    SELECT ${hasPartIn(Prisma.sql`${personId}::uuid`, Prisma.sql`${otherId}::uuid`)} AS "isBarred"`
  return row?.isBarred ?? true
}

/** Whether all of these may be reached, or only what was referred to the person. */
export type Reach = { personId: string; isStaff: boolean }

const inReach = ({ personId, isStaff }: Reach) =>
  isStaff ? Prisma.sql`true` : Prisma.sql`a.assessor_id = ${personId}::uuid AND NOT ${isPersonBarred(personId)}`

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
  isRenewal: boolean
  fee: Fee | null
  feeOrders: FeeOrder[]
}

/** `renewal`: those of a status that is to go on. */
export type ApplicationKind = 'first' | 'renewal'

type ListedPage = { isOpen: boolean; kind: ApplicationKind | null; limit: number; offset: number }

/** Open applications first, the longest waiting on top; then closed ones. One statement. */
export async function listApplications(reach: Reach, page: ListedPage) {
  const rows = await db().$queryRaw<(ListedApplication & { total: number })[]>`
    SELECT a.id, u.name AS applicant, u.profession::text AS profession, pv.body ->> 'title' AS "pathwayTitle", a.state::text AS state,
           a.applied_at AS "appliedAt", (SELECT max(e.at) FROM application_event e WHERE e.application_id = a.id) AS "movedAt",
           a.assessor_id IS NOT NULL AS "isReferred", ${isPersonBarred(reach.personId)} AS "isBarred", ${isAppealOpen} AS "hasOpenAppeal",
           a.renews_id IS NOT NULL AS "isRenewal", ${fee} AS fee, ${feeOrders} AS "feeOrders", count(*) OVER ()::int AS total
    FROM ${tables} JOIN "user" u ON u.id = a.user_id
    WHERE ${inReach(reach)} AND ${page.isOpen} = (a.closed_at IS NULL OR ${isAppealOpen})
      AND (${page.kind}::text IS NULL OR (${page.kind}::text = 'renewal') = (a.renews_id IS NOT NULL))
    ORDER BY "movedAt" ${page.isOpen ? Prisma.sql`ASC` : Prisma.sql`DESC`}, a.id
    LIMIT ${page.limit} OFFSET ${page.offset}`
  return { applications: rows.map(({ total: _, ...application }) => application), total: rows[0]?.total ?? 0 }
}

const isAppealOpen = hasOpenAppeal(Prisma.sql`a.id`)

export type StaffCheckRow = { requirementId: string; isAccepted: boolean; on: string; note: string; by: string }

/** As JSON has it: days and moments are text. */
export type IssuedForStatus = {
  number: string
  title: string
  validUntil: string | null
  events: { kind: CredentialEvent['kind']; at: string; until: string | null }[]
}

/** What was issued for the status that an application `a` renews, without what something else took the place of. */
const credentialsOfRenewed = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('number', c.number, 'title', c.title, 'validUntil', c.valid_until, 'events',
     (SELECT coalesce(json_agg(json_build_object('kind', x.kind, 'at', x.at, 'until', x.until) ORDER BY x.at, x.id), '[]')
      FROM credential_event x WHERE x.credential_id = c.id)) ORDER BY c.note NULLS FIRST, c.number), '[]')
   FROM credential c WHERE c.status_record_id = a.renews_id
     AND NOT EXISTS (SELECT 1 FROM credential n WHERE n.supersedes_id = c.id)) AS credentials`

export type ReadApplication = Application & {
  applicant: { name: string; profession: string; regulator: string; registrationNumber: string; employer: string }
  isBarred: boolean
  /** What staff found of requirements, the latest last. */
  checks: StaffCheckRow[]
  /** What supervisors said of the applicant, the newest of each; for staff alone. */
  statements: { id: string; by: string; isPositive: boolean }[]
  /** To whom it can be referred: nobody who has a part in it. */
  assessors: { id: string; name: string }[]
  /** Of a renewal: what was issued for the status. */
  credentials: IssuedForStatus[]
}

/** One application for staff, or for the assessor that it was referred to. One statement. */
export async function findApplication(reach: Reach, id: string, now: Date): Promise<ReadApplication | null> {
  const [application] = await db().$queryRaw<ReadApplication[]>`
    SELECT ${columns}, ${isPersonBarred(reach.personId)} AS "isBarred", ${credentialsOfRenewed},
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
                  WHERE g.role IN ('training_lead', 'supervisor', 'accreditation_staff')
                    AND g.starts_at <= ${now} AND (g.ends_at IS NULL OR g.ends_at > ${now})
                    AND NOT ${isBarred(Prisma.sql`p.id`)}
                 ) p) AS assessors
    FROM ${tables} JOIN "user" u ON u.id = a.user_id
    WHERE a.id = ${id}::uuid AND ${inReach(reach)}`
  return application ?? null
}
