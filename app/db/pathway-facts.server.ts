import type { ApprovalFact } from '#app/domain/pathway/facts.ts'
import type { Declared, KeptEntry } from '#app/domain/pathway/portfolio-facts.ts'
import { Prisma, readRows } from './client.server.ts'
import { whatIsRated } from './portfolio.server.ts'

/** What one person keeps and what others said of it. */
export type KeptBy = Declared & {
  userId: string
  profession: string
  entries: KeptEntry[]
  /** The version of a pathway that they are on; null: none chosen yet. */
  placement: { pathwayId: string; versionId: string } | null
}

export type KeptFacts = { people: KeptBy[]; approvals: ApprovalFact[] }

/**
 * What a pathway is judged by, beside courses and vignettes, of any number of people; and who was approved when. A day is that of
 * the person's own calendar. One statement, however many they are.
 */
export async function readKeptFacts(userIds: readonly string[]): Promise<KeptFacts> {
  const kept = keptBy(Prisma.sql`u.id = ANY (${[...userIds]}::uuid[])`)
  const [row] = await readRows<KeptFacts>(Prisma.sql`
    SELECT (SELECT coalesce(json_agg(p), '[]') FROM (${kept}) p) AS people, (${approvals}) AS approvals`)
  return row ?? { people: [], approvals: [] }
}

const day = (instant: Prisma.Sql) => Prisma.sql`to_char(${instant} AT TIME ZONE u.time_zone, 'YYYY-MM-DD')`

/** Of each person `u` of whom this is true. @param also further columns. */
export const keptBy = (isMeant: Prisma.Sql, also: Prisma.Sql = Prisma.empty) => Prisma.sql`
  SELECT u.id AS "userId", u.profession::text AS profession, ${entries} AS entries, ${statements} AS statements,
         ${attestations} AS attestations, ${staffChecks} AS "staffChecks",
         (SELECT json_build_object('pathwayId', pl.pathway_id, 'versionId', pl.version_id)
          FROM pathway_placement pl WHERE pl.user_id = u.id ORDER BY pl.placed_at DESC, pl.id DESC LIMIT 1) AS placement${also}
  FROM "user" u WHERE ${isMeant}`

/** Without what people wrote at length, which no rule reads: whether they wrote anything is enough. */
const judgedBody = Prisma.sql`
  CASE e.kind
    WHEN 'supervision' THEN v.body - 'takenAway' || jsonb_build_object('hasReport', v.body ->> 'takenAway' ~ '\\S')
    WHEN 'cpd' THEN v.body - 'reflection' || jsonb_build_object('hasReflection', v.body ->> 'reflection' ~ '\\S')
    WHEN 'reflection' THEN jsonb_build_object('on', v.body -> 'on', 'isReport', v.body -> 'isReport')
    ELSE v.body END`

/** Each is looked for only where there can be one: of sixty entries, that spares two in three of the look-ups. */
const entries = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
           'id', e.id, 'kind', e.kind, 'body', ${judgedBody}, 'code', e.code, 'caseId', e.case_id, 'keptOn', ${day(Prisma.sql`e.created_at`)},
           'countersignedOn', ${day(Prisma.sql`c.answered_at`)}, 'countersignedBy', c.supervisor_id,
           'reviewedOn', ${day(Prisma.sql`r.rated_at`)},
           'checkedOn', CASE WHEN s.is_accepted THEN to_char(s.checked_on, 'YYYY-MM-DD') END) ORDER BY e.id), '[]')
  FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
    LEFT JOIN LATERAL (SELECT c.answered_at, c.supervisor_id FROM countersigning c
                       WHERE e.kind IN ('case', 'supervision') AND c.entry_id = e.id AND c.version = e.version AND c.answer = 'signed' AND c.voided_at IS NULL
                       ORDER BY c.answered_at LIMIT 1) c ON true
    LEFT JOIN LATERAL (SELECT min(r.rated_at) AS rated_at FROM clip_rating r
                       JOIN portfolio_version rated ON rated.entry_id = r.entry_id AND rated.number = r.version
                       WHERE e.kind = 'clip' AND r.entry_id = e.id AND ${whatIsRated(Prisma.sql`rated.body`)} = ${whatIsRated(Prisma.sql`v.body`)}) r ON true
    LEFT JOIN LATERAL (SELECT s.is_accepted, s.checked_on FROM staff_check s
                       WHERE e.kind = 'training' AND s.entry_id = e.id AND s.entry_version = e.version ORDER BY s.checked_at DESC, s.id DESC LIMIT 1) s ON true
  WHERE e.owner_id = u.id AND e.removed_at IS NULL AND v.erased_at IS NULL)`

/** Every one, since which is in force depends on the day that is asked about; of two of one supervisor on one day, the later. */
const statements = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
           'id', s.id, 'on', ${day(Prisma.sql`s.sent_at`)}, 'isPositive', s.is_positive, 'supervisorId', s.supervisor_id) ORDER BY s.id), '[]')
  FROM (SELECT DISTINCT ON (t.supervisor_id, ${day(Prisma.sql`t.sent_at`)}) t.* FROM supervisor_statement t
        WHERE t.trainee_id = u.id ORDER BY t.supervisor_id, ${day(Prisma.sql`t.sent_at`)}, t.sent_at DESC, t.id DESC) s)`

/** What was said last on each day: a declaration can be taken back, and made again. */
const attestations = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('requirementId', a.requirement_id, 'on', to_char(a.checked_on, 'YYYY-MM-DD'),
           'isWithdrawn', NOT a.is_accepted) ORDER BY a.checked_on), '[]')
  FROM (SELECT DISTINCT ON (s.requirement_id, s.checked_on) s.requirement_id, s.checked_on, s.is_accepted
        FROM staff_check s WHERE s.user_id = u.id AND s.subject = 'attestation' AND s.requirement_id IS NOT NULL
        ORDER BY s.requirement_id, s.checked_on, s.checked_at DESC, s.id DESC) a)`

const staffChecks = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
           'requirementId', s.requirement_id, 'on', to_char(s.checked_on, 'YYYY-MM-DD'),
           'outcome', CASE WHEN s.is_accepted THEN 'accepted' ELSE 'refused' END, 'note', s.note) ORDER BY s.checked_at, s.id), '[]')
  FROM staff_check s WHERE s.user_id = u.id AND s.subject = 'requirement' AND s.requirement_id IS NOT NULL)`

export const approvals = Prisma.sql`
  SELECT coalesce(json_strip_nulls(json_agg(a)), '[]') FROM (
    SELECT 'supervisor' AS subject, user_id AS id, to_char(starts_on, 'YYYY-MM-DD') AS "from", to_char(ends_on, 'YYYY-MM-DD') AS until
    FROM supervisor_approval
    UNION ALL
    SELECT 'provider', provider_id, to_char(starts_on, 'YYYY-MM-DD'), to_char(ends_on, 'YYYY-MM-DD') FROM provider_approval
  ) a`
