import { uuidv7 } from 'uuidv7'
import type { Json } from '#app/domain/json.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import type { MarkedWords } from '#app/domain/study-note.ts'
import { type Db, Prisma, readRows } from './client.server.ts'

/** Marked words of a lesson. `note` is the document that was written on them, as it was checked when it was kept. */
export type StudyNote = MarkedWords & {
  id: string
  lesson: string
  note: Json | null
  version: number
  /** ISO 8601. */
  madeAt: string
  changedAt: string | null
}

const columns = Prisma.sql`
  n.id, n.lesson_slug AS lesson, n.anchor, n.start AS "from", n."end" AS "to", n.quote, n.note, n.version, n.made_at AS "madeAt",
  n.changed_at AS "changedAt"`

/** What the person marked in a lesson of a course `ci`, in the order of marking, as a column. */
export const notesColumn = (userId: string, lesson: string) => Prisma.sql`
  coalesce((SELECT jsonb_agg(to_jsonb(notes) ORDER BY notes.id) FROM (
    SELECT ${columns} FROM study_note n
    WHERE n.user_id = ${userId}::uuid AND n.course_id = ci.id AND n.lesson_slug = ${lesson}
  ) notes), '[]') AS notes`

export type NotedCourse = { slug: string; versionId: string; notes: StudyNote[] }

/** Everything that a person marked, by course in catalogue order, also of courses that they study no longer. One statement. */
export const readNotedCourses = (userId: string): Promise<NotedCourse[]> =>
  readRows<NotedCourse>(Prisma.sql`
    SELECT ci.slug, ci.current_version_id AS "versionId", notes.all AS notes
    FROM content_item ci
    JOIN LATERAL (
      SELECT jsonb_agg(to_jsonb(mine) ORDER BY mine.id) AS all FROM (
        SELECT ${columns} FROM study_note n WHERE n.user_id = ${userId}::uuid AND n.course_id = ci.id
      ) mine
    ) notes ON notes.all IS NOT NULL
    WHERE ci.current_version_id IS NOT NULL
    ORDER BY ci.position, ci.slug`)

type NewNote = MarkedWords & { userId: string; courseId: string; lesson: string; courseVersionId: string; now: Date }

/** Marks words. The same words marked twice are marked once. @returns the id of what stands there. */
export async function insertStudyNote(tx: Db, row: NewNote): Promise<string> {
  const [{ id } = { id: '' }] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO study_note AS n (id, user_id, course_id, lesson_slug, course_version_id, anchor, start, "end", quote, made_at)
    VALUES (${uuidv7()}::uuid, ${row.userId}::uuid, ${row.courseId}::uuid, ${row.lesson}, ${row.courseVersionId}::uuid,
            ${row.anchor}, ${row.from}, ${row.to}, ${row.quote}, ${row.now})
    ON CONFLICT (user_id, course_id, lesson_slug, anchor, start, "end") DO UPDATE SET quote = EXCLUDED.quote
    RETURNING n.id`
  return id
}

export const countStudyNotes = (tx: Db, userId: string): Promise<number> => tx.studyNote.count({ where: { userId } })

export type OwnNote = StudyNote & { course: string; courseVersionId: string; confirmed: Confirmation[] }

/** One's own note. Another's is not found. One statement. */
export async function findStudyNote(userId: string, id: string): Promise<OwnNote | undefined> {
  const [row] = await readRows<
    Omit<OwnNote, 'madeAt' | 'changedAt'> & { madeAt: Date; changedAt: Date | null }
  >(Prisma.sql`
    SELECT ${columns}, ci.slug AS course, ci.current_version_id AS "courseVersionId", n.confirmed
    FROM study_note n JOIN content_item ci ON ci.id = n.course_id
    WHERE n.user_id = ${userId}::uuid AND n.id = ${id}::uuid`)
  if (!row) return undefined
  return { ...row, madeAt: row.madeAt.toISOString(), changedAt: row.changedAt?.toISOString() ?? null }
}

type HeldNote = Pick<OwnNote, 'version' | 'note' | 'confirmed'>

/** Holds a note of one's own until the transaction ends. @returns nothing for one that is not theirs. */
export async function holdStudyNote(tx: Db, userId: string, id: string): Promise<HeldNote | undefined> {
  const [row] = await tx.$queryRaw<HeldNote[]>`
    SELECT version, note, confirmed FROM study_note WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR UPDATE`
  return row
}

type Writing = { note: Json | null; confirmed: readonly Confirmation[]; now: Date }

/** The caller holds the note. */
export async function writeStudyNote(tx: Db, id: string, { note, confirmed, now }: Writing): Promise<void> {
  await tx.$executeRaw`
    UPDATE study_note SET note = ${note === null ? null : JSON.stringify(note)}::jsonb, confirmed = ${JSON.stringify(confirmed)}::jsonb,
                          version = version + 1, changed_at = ${now}
    WHERE id = ${id}::uuid`
}

/** @returns whether there was one of theirs. */
export async function deleteStudyNote(tx: Db, userId: string, id: string): Promise<boolean> {
  return (await tx.$executeRaw`DELETE FROM study_note WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`) > 0
}
