import { type Db, db } from './client.server.ts'

/** Keeps what a recording holds; one that is there already is left as it is. */
export async function keepMedia(tx: Db, { sha256, bytes }: { sha256: string; bytes: Uint8Array<ArrayBuffer> }) {
  await tx.$executeRaw`INSERT INTO media_file (sha256, bytes) VALUES (${sha256}, ${bytes}) ON CONFLICT DO NOTHING`
}

/**
 * The bytes of a recording from one to another, both counted from 0 and both read; all of it without them. The table keeps them uncompressed, so that
 * PostgreSQL reads no more than the part that is asked for. One statement.
 */
export async function readMedia(
  sha256: string,
  part?: { start: number; end: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const { start, end } = part ?? { start: 0, end: 2 ** 31 - 2 }
  const [row] = await db().$queryRaw<{ bytes: Uint8Array<ArrayBuffer> }[]>`
    SELECT substring(bytes FROM ${start + 1}::int FOR ${end - start + 1}::int) AS bytes FROM media_file WHERE sha256 = ${sha256}`
  if (!row) throw new Error(`The recording ${sha256} is published and not kept`)
  return row.bytes
}

type Place = { enrolmentId: string; lessonSlug: string; file: string; seconds: number }

/** How far somebody is in a recording. */
export async function setMediaPlace({ enrolmentId, lessonSlug, file, seconds }: Place): Promise<void> {
  await db().$executeRaw`
    INSERT INTO lesson_reading AS lr (enrolment_id, lesson_slug, media_places)
    VALUES (${enrolmentId}::uuid, ${lessonSlug}, jsonb_build_object(${file}::text, ${seconds}::int))
    ON CONFLICT (enrolment_id, lesson_slug) DO UPDATE SET media_places = lr.media_places || EXCLUDED.media_places`
}
