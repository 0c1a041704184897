import type { CourseApproval } from '#app/domain/certificate.ts'
import type { CredentialKind, SpecialistNote } from '#app/domain/credential/kinds.ts'
import type { Printed } from '#app/domain/credential/printed.ts'
import type { CredentialEvent, CredentialFacts } from '#app/domain/credential/state.ts'
import { db, Prisma } from './client.server.ts'

/** A credential that was issued, of whatever kind: what it says, and what its state is worked out from. */
export type IssuedCredential = {
  printed: Printed
  /** Absent for the minute in which a certificate from before there were credentials waits for its own. */
  credential: (CredentialFacts & { id: string; kind: CredentialKind; title: string }) | null
  /** The number of the one that took its place. */
  supersededBy: string | null
}

/** What anybody may see of a credential, by its number. One statement. */
export const findVerifiable = (number: string): Promise<IssuedCredential | null> => findIssued(number)

/**
 * One credential by its number. One statement.
 * @param holderId finds it only if it is this person’s.
 */
export async function findIssued(number: string, holderId?: string): Promise<IssuedCredential | null> {
  const isWanted = holderId ? Prisma.sql`coalesce(c.user_id, k.user_id) = ${holderId}::uuid` : Prisma.sql`true`
  const [row] = await db().$queryRaw<IssuedRow[]>`
    ${issued(Prisma.sql`SELECT ${number}::text AS number`)}
    WHERE (c.id IS NOT NULL OR k.id IS NOT NULL) AND ${isWanted}`
  return row ? readIssued(row) : null
}

/** Credentials by their numbers, those that were issued, in any order. One statement. */
export async function findAllIssued(numbers: readonly string[]): Promise<IssuedCredential[]> {
  const rows = await db().$queryRaw<IssuedRow[]>`
    ${issued(Prisma.sql`SELECT unnest(${[...numbers]}::text[]) AS number`)} WHERE c.id IS NOT NULL OR k.id IS NOT NULL`
  return rows.map(readIssued)
}

/** All that a person was ever given, the newest first; of one day a status stands before its notes. One statement. */
export async function listIssuedTo(userId: string): Promise<IssuedCredential[]> {
  const numbers = Prisma.sql`
    SELECT number FROM credential WHERE user_id = ${userId}::uuid
    UNION SELECT number FROM certificate WHERE user_id = ${userId}::uuid`
  const rows = await db().$queryRaw<IssuedRow[]>`
    ${issued(numbers)} ORDER BY "issuedAt" DESC, c.kind, c.note, n.number`
  return rows.map(readIssued)
}

type IssuedRow = {
  number: string
  issuedAt: Date
  holderName: string
  credentialId: string | null
  kind: CredentialKind
  title: string
  validUntil: Date | null
  events: { kind: CredentialEvent['kind']; at: string; until: string | null }[]
  supersededBy: string | null
  courseTitle: string
  courseFormat: string
  cpdHours: number
  startedAt: Date
  completedAt: Date
  approvals: CourseApproval[] | null
  note: SpecialistNote | null
  pathwayTitle: string
  pathwayVersion: number
  awardedOn: string
  lastDay: string
}

/** By the numbers of a query; a certificate and its credential have the same one. */
const issued = (numbers: Prisma.Sql) => Prisma.sql`
  SELECT n.number, coalesce(c.issued_at, k.issued_at) AS "issuedAt", coalesce(c.holder_name, k.holder_name) AS "holderName",
         c.id AS "credentialId", coalesce(c.kind::text, 'course_completion') AS kind, coalesce(c.title, k.course_title) AS title,
         c.valid_until AS "validUntil",
         (SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'at', e.at, 'until', e.until) ORDER BY e.at, e.id), '[]')
          FROM credential_event e WHERE e.credential_id = c.id) AS events,
         (SELECT later.number FROM credential later WHERE later.supersedes_id = c.id) AS "supersededBy",
         k.course_title AS "courseTitle", k.course_format AS "courseFormat", k.cpd_hours AS "cpdHours",
         cv.body -> 'approvals' AS approvals, k.started_at AS "startedAt", k.completed_at AS "completedAt",
         c.note::text AS note, s.title AS "pathwayTitle", (pv.body ->> 'version')::int AS "pathwayVersion",
         to_char(s.granted_on, 'YYYY-MM-DD') AS "awardedOn", to_char(s.valid_until, 'YYYY-MM-DD') AS "lastDay"
  FROM (${numbers}) n
  LEFT JOIN credential c ON c.number = n.number
  LEFT JOIN certificate k ON k.number = n.number
  LEFT JOIN content_version cv ON cv.id = k.course_version_id
  LEFT JOIN status_record s ON s.id = c.status_record_id
  LEFT JOIN application a ON a.id = s.application_id
  LEFT JOIN content_version pv ON pv.id = a.pathway_version_id`

function readIssued(row: IssuedRow): IssuedCredential {
  const { credentialId: id, kind, title, validUntil, supersededBy } = row
  const events = row.events.map((event) => ({
    ...event,
    at: new Date(event.at),
    until: event.until === null ? null : new Date(event.until),
  }))
  return { printed: printedOf(row), credential: id ? { id, kind, title, validUntil, events } : null, supersededBy }
}

/** Exactly what it says. */
function printedOf(row: IssuedRow): Printed {
  const { number, issuedAt, holderName, kind } = row
  if (kind === 'course_completion') {
    const { courseTitle, courseFormat, cpdHours, startedAt, completedAt, approvals } = row
    const course = { courseTitle, courseFormat, cpdHours, startedAt, completedAt }
    return { kind, number, issuedAt, holderName, ...course, ...(approvals && { approvals }) }
  }
  const { note, pathwayTitle, pathwayVersion, awardedOn, lastDay } = row
  return { kind, number, issuedAt, holderName, note, pathwayTitle, pathwayVersion, awardedOn, lastDay }
}
