import type { ClipLevels } from '#app/domain/portfolio/clip-domains.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { whatIsRated } from './portfolio.server.ts'

export type ClipRating = {
  id: string
  supervisor: string
  ratings: Partial<ClipLevels>
  comment: string
  instrument: string
  totals: Record<string, number>
  /** ISO. */
  ratedAt: string
  /** Of what the clip says now; an earlier version said something else. */
  isOfPresent: boolean
}

const ratingsOf = (ownerId: string, entryId: string) => Prisma.sql`
  SELECT r.id, s.name AS supervisor, r.ratings, r.comment, r.instrument, r.totals, to_json(r.rated_at) #>> '{}' AS "ratedAt",
    ${whatIsRated(Prisma.sql`rated.body`)} = ${whatIsRated(Prisma.sql`v.body`)} AS "isOfPresent"
  FROM clip_rating r JOIN portfolio_entry e ON e.id = r.entry_id
  JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
  JOIN portfolio_version rated ON rated.entry_id = e.id AND rated.number = r.version
  JOIN "user" s ON s.id = r.supervisor_id
  WHERE e.id = ${entryId}::uuid AND e.owner_id = ${ownerId}::uuid
  ORDER BY r.rated_at DESC, r.id DESC`

export type BesideClip = {
  /** The newest first. */
  ratings: ClipRating[]
  /** Whom the owner can name, by name. */
  supervisors: { id: string; name: string }[]
}

/** What supervisors rated of one clip of this person, and who can be named as its supervisor. One statement. */
export async function readBesideClip(ownerId: string, entryId: string, tx: Db = db()): Promise<BesideClip> {
  const [beside] = await tx.$queryRaw<BesideClip[]>`
    SELECT coalesce((SELECT json_agg(r) FROM (${ratingsOf(ownerId, entryId)}) r), '[]') AS ratings,
      coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY lower(u.name), u.id) FROM "user" u
                WHERE u.id <> ${ownerId}::uuid AND EXISTS (SELECT 1 FROM supervisor_approval a WHERE a.user_id = u.id)), '[]') AS supervisors`
  return beside ?? { ratings: [], supervisors: [] }
}

export type RecordingsDue = { ownerId: string; count: number; isOverdue: boolean }

type Reminding = {
  now: Date
  /** So many days before the day and nearer. */
  daysBefore: number
  /** Whoever was told since then is not told again. */
  notSince: Date
}

/**
 * Whose recordings are to be reminded of: those that have to be destroyed soon, and apart from them those that are overdue. What day it
 * is their own time zone says. Until the transaction ends nobody else asks for the same.
 */
export async function holdRecordingsDue(tx: Db, { now, daysBefore, notSince }: Reminding): Promise<RecordingsDue[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('recordings-due', 0))`
  return tx.$queryRaw<RecordingsDue[]>`
    WITH clip AS (
      SELECT e.owner_id AS "ownerId", (v.body->>'destroyBy')::date - (${now}::timestamptz AT TIME ZONE u.time_zone)::date AS days
      FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
      JOIN "user" u ON u.id = e.owner_id
      WHERE e.kind = 'clip' AND e.removed_at IS NULL AND v.erased_at IS NULL AND v.body->>'destroyedOn' IS NULL
    ), due AS (
      SELECT "ownerId", count(*)::int AS count, days < 0 AS "isOverdue" FROM clip WHERE days <= ${daysBefore}
      GROUP BY "ownerId", days < 0
    )
    SELECT * FROM due WHERE NOT EXISTS (
      SELECT 1 FROM notice n WHERE n.user_id = due."ownerId" AND n.kind = 'recordings-due'
        AND (n.params->>'isOverdue')::boolean = due."isOverdue" AND n.created_at > ${notSince}::timestamptz)
    ORDER BY "ownerId", "isOverdue"`
}
