import type { Period } from '#app/domain/portfolio/approval.ts'
import type { Day, TrainingBody } from '#app/domain/portfolio/entry.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type Provider, providersFor } from './providers.server.ts'

export type TrainingCheck = { version: number; isAccepted: boolean; note: string; checkedOn: Day }

export type BesideTraining = {
  providers: Provider[]
  /** What staff found, the newest first. */
  checks: TrainingCheck[]
}

/** What a trainee chooses a provider from, and what staff found of one of their trainings. One statement. */
export async function readBesideTraining(ownerId: string, entryId: string, tx: Db = db()): Promise<BesideTraining> {
  const [beside] = await tx.$queryRaw<BesideTraining[]>`
    SELECT coalesce((SELECT json_agg(p) FROM (${providersFor(ownerId)}) p), '[]') AS providers,
      coalesce((SELECT json_agg(json_build_object('version', s.entry_version, 'isAccepted', s.is_accepted, 'note', s.note,
                                  'checkedOn', to_char(s.checked_on, 'YYYY-MM-DD')) ORDER BY s.checked_at DESC, s.id DESC)
                FROM staff_check s WHERE s.entry_id = ${entryId}::uuid AND s.user_id = ${ownerId}::uuid), '[]') AS checks`
  return beside ?? { providers: [], checks: [] }
}

export type TrainingToCheck = {
  id: string
  version: number
  ownerId: string
  ownerName: string
  body: TrainingBody
  /** ISO: when the version in force was sent. */
  sentAt: string
  provider: { name: string; approvals: Period[] } | null
  file: { id: string; name: string; mediaType: string; bytes: number } | null
  /** Of the version in force; null while nobody has looked. */
  check: { isAccepted: boolean; note: string; checkedOn: Day } | null
}

const trainingColumns = Prisma.sql`
  e.id, e.version, e.owner_id AS "ownerId", u.name AS "ownerName", v.body, to_json(v.made_at) #>> '{}' AS "sentAt",
  (SELECT json_build_object('name', p.name, 'approvals', coalesce((
     SELECT json_agg(json_build_object('startsOn', to_char(a.starts_on, 'YYYY-MM-DD'), 'endsOn', to_char(a.ends_on, 'YYYY-MM-DD')))
     FROM provider_approval a WHERE a.provider_id = p.id), '[]'))
   FROM provider p WHERE p.id::text = v.body->>'providerId') AS provider,
  (SELECT json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes)
   FROM stored_file f WHERE f.entry_id = e.id AND f.erased_at IS NULL ORDER BY f.id DESC LIMIT 1) AS file,
  (SELECT json_build_object('isAccepted', s.is_accepted, 'note', s.note, 'checkedOn', to_char(s.checked_on, 'YYYY-MM-DD'))
   FROM staff_check s WHERE s.entry_id = e.id AND s.entry_version = e.version ORDER BY s.checked_at DESC, s.id DESC LIMIT 1) AS check`

const trainings = Prisma.sql`
  portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version JOIN "user" u ON u.id = e.owner_id
  WHERE e.kind = 'training' AND e.removed_at IS NULL AND v.erased_at IS NULL`

/** Nobody looks at their own. Those without a check are to be looked at. */
export type TrainingFilter = { checkerId: string; isChecked: boolean }

/** Those of others that nobody has looked at, as a table with a condition: entries `e` with their versions `v`. */
export const untouchedTrainings = (checkerId: string) => Prisma.sql`
  ${trainings} AND ${isToCheck({ checkerId, isChecked: false })}`

const isToCheck = ({ checkerId, isChecked }: TrainingFilter) => Prisma.sql`e.owner_id <> ${checkerId}::uuid
      AND EXISTS (SELECT 1 FROM stored_file f WHERE f.entry_id = e.id AND f.erased_at IS NULL)
      AND ${isChecked} = EXISTS (SELECT 1 FROM staff_check s WHERE s.entry_id = e.id AND s.entry_version = e.version)`

/** Trainings with a certificate, one page of them: those that wait the longest first, or those that were checked last. One statement. */
export async function listTrainingsToCheck(
  { checkerId, isChecked }: TrainingFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: TrainingToCheck[]; total: number }> {
  const rows = await db().$queryRaw<(TrainingToCheck & { total: number })[]>`
    SELECT ${trainingColumns}, count(*) OVER ()::int AS total FROM ${trainings} AND ${isToCheck({ checkerId, isChecked })}
    ORDER BY ${
      isChecked
        ? Prisma.sql`(SELECT max(s.checked_at) FROM staff_check s WHERE s.entry_id = e.id) DESC, e.id DESC`
        : Prisma.sql`v.made_at, e.id`
    }
    LIMIT ${limit} OFFSET ${offset}`
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** One training of somebody other than its checker. */
export async function findTrainingToCheck(
  { entryId, checkerId }: { entryId: string; checkerId: string },
  tx: Db = db(),
): Promise<TrainingToCheck | null> {
  const [row] = await tx.$queryRaw<TrainingToCheck[]>`
    SELECT ${trainingColumns} FROM ${trainings} AND e.id = ${entryId}::uuid AND e.owner_id <> ${checkerId}::uuid`
  return row ?? null
}

type NewCheck = {
  userId: string
  entryId: string
  entryVersion: number
  isAccepted: boolean
  note: string
  checkedById: string
  checkedOn: Day
  now: Date
}

export async function insertTrainingCheck(tx: Db, { checkedOn, now, ...check }: NewCheck): Promise<void> {
  const data = { ...check, subject: 'entry' as const, checkedOn: new Date(checkedOn), checkedAt: now }
  await tx.staffCheck.create({ data, select: { id: true } })
}
