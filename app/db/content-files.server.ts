import { uuidv7 } from 'uuidv7'
import { type Db, Prisma } from './client.server.ts'

/** Each file with what the installation brings (i) and what is published (c). */
export const FILES = Prisma.sql`content_file f JOIN content_source i ON i.id = f.installed_id LEFT JOIN content_source c ON c.id = f.current_id`

/** Whether what is published was written here. Once the installation has brought the same words it goes along with the installation again. */
export const AUTHORED = Prisma.sql`c.is_authored AND NOT EXISTS (
  SELECT FROM content_source s WHERE s.file_id = f.id AND s.number > c.number AND s.written_by_id IS NULL AND s.digest = c.digest)`

/** What is to be published. */
export const WANTED = Prisma.sql`CASE WHEN c.digest = i.digest OR (${AUTHORED}) THEN c.id ELSE i.id END`

export type WantedFile = {
  id: string
  name: string
  path: string
  number: number
  /** The highest number that any of its versions has. */
  latest: number
  digest: string
  installedDigest: string
  /** Its words are not the installation's. */
  isAuthored: boolean
  /** The installation has brought another since it was written. */
  isOvertaken: boolean
  /** Null for a recording. */
  text: string | null
  /** Of a recording. */
  byteCount: number | null
}

/** Every file of the content as it is to be published, in the order of paths. One statement. */
export async function readWantedFiles(tx: Db): Promise<WantedFile[]> {
  return tx.$queryRaw<WantedFile[]>`
    SELECT f.id, f.name, f.path, w.number, w.digest, i.digest AS "installedDigest", w.digest <> i.digest AS "isAuthored",
           w.digest <> i.digest AND w.number < i.number AS "isOvertaken", w.text,
           octet_length(m.bytes) AS "byteCount",
           (SELECT max(s.number) FROM content_source s WHERE s.file_id = f.id) AS latest
    FROM ${FILES} JOIN content_source w ON w.id = ${WANTED} LEFT JOIN media_file m ON w.text IS NULL AND m.sha256 = w.digest
    WHERE f.path IS NOT NULL ORDER BY f.path COLLATE "C"`
}

/** From now on what is to be published is what is published. */
export async function adoptWanted(tx: Db): Promise<void> {
  await tx.$executeRaw`
    UPDATE content_file own SET current_id = wanted.id
    FROM (SELECT f.id AS file, CASE WHEN f.path IS NOT NULL THEN ${WANTED} END AS id FROM ${FILES}) wanted
    WHERE own.id = wanted.file AND own.current_id IS DISTINCT FROM wanted.id`
}

export type NewSource = {
  fileId: string
  number: number
  digest: string
  text: string | null
  title: string
  openPoints: string[]
  isAuthored: boolean
  writtenById: string | null
  reason: string | null
}

/** Keeps what was written on the authoring pages, and makes it what is to be published. */
export async function saveSource(tx: Db, source: NewSource, now: Date): Promise<void> {
  const { id } = await tx.contentSource.create({ data: { ...source, writtenAt: now }, select: { id: true } })
  await tx.contentFile.update({ where: { id: source.fileId }, data: { currentId: id }, select: { id: true } })
}

export type InstalledFile = Pick<NewSource, 'digest' | 'text' | 'title' | 'openPoints'> & { name: string; path: string }

type KnownFile = { id: string; name: string; path: string | null; digest: string; latest: number }

/** Keeps what the installation brings now: a new version of each file that it has changed, and where each file stands. */
export async function saveInstalled(tx: Db, files: readonly InstalledFile[], now: Date): Promise<void> {
  const rows = await tx.$queryRaw<KnownFile[]>`
    SELECT f.id, f.name, f.path, i.digest,
           (SELECT max(s.number) FROM content_source s WHERE s.file_id = f.id) AS latest
    FROM content_file f JOIN content_source i ON i.id = f.installed_id`
  const known = new Map(rows.map((row) => [row.name, row]))
  const added = files.filter(({ name }) => !known.has(name)).map((file) => ({ id: uuidv7(), file }))
  await tx.contentFile.createMany({ data: added.map(({ id, file: { name } }) => ({ id, name })) })
  const changed = files.flatMap((file) => {
    const before = known.get(file.name)
    return before && before.digest !== file.digest ? [{ id: before.id, file, number: before.latest + 1 }] : []
  })
  const sources = [...added.map((one) => ({ ...one, number: 1 })), ...changed].map(
    ({ id: fileId, number, file: { name: _, path: __, ...source } }) => {
      return { id: uuidv7(), fileId, number, ...source, isAuthored: false, writtenAt: now }
    },
  )
  await tx.contentSource.createMany({ data: sources })
  await setPlaces(tx, files, sources)
}

/** A file that the installation has no longer stands nowhere. */
async function setPlaces(tx: Db, files: readonly InstalledFile[], sources: readonly { id: string; fileId: string }[]) {
  await tx.$executeRaw`
    UPDATE content_file f SET installed_id = new.id
    FROM unnest(${sources.map(({ fileId }) => fileId)}::uuid[], ${sources.map(({ id }) => id)}::uuid[]) AS new(file, id)
    WHERE f.id = new.file`
  await tx.$executeRaw`
    UPDATE content_file f SET path = stands.path
    FROM content_file own LEFT JOIN unnest(${files.map(({ name }) => name)}::text[], ${files.map(({ path }) => path)}::text[])
      AS stands(name, path) ON stands.name = own.name
    WHERE f.id = own.id AND f.path IS DISTINCT FROM stands.path`
}

/** Whether the installation has this file. */
export async function isContentFile(tx: Db, id: string): Promise<boolean> {
  return (await tx.contentFile.count({ where: { id, path: { not: null } } })) > 0
}
