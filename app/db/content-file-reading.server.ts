import type { WrittenSource } from '#app/domain/content-standing.ts'
import { type Db, db } from './client.server.ts'
import { AUTHORED, FILES, WANTED } from './content-files.server.ts'

type Installed = Pick<WrittenSource, 'number' | 'digest'>

/** A file as it is to be published, which it is as long as all files go together, and what the installation brings of it. */
export type ListedFile = {
  name: string
  path: string
  title: string
  openPoints: string[]
  installed: Installed
  current: WrittenSource
  writtenAt: Date
  /** Null where the installation brought it. */
  writtenBy: string | null
  /** It is not published: it does not go with the others. */
  isHeld: boolean
}

type Row = Omit<ListedFile, 'writtenAt' | 'installed' | 'current'> & {
  writtenAt: Date
  installed: Installed
  current: WrittenSource
}

/** Every file that the installation has, in the order of paths. One statement. */
export async function listContentFiles(): Promise<ListedFile[]> {
  return db().$queryRaw<Row[]>`
    SELECT f.name, f.path, s.title, s.open_points AS "openPoints", s.written_at AS "writtenAt", u.name AS "writtenBy",
           f.current_id IS DISTINCT FROM ${WANTED} AS "isHeld",
           jsonb_build_object('number', i.number, 'digest', i.digest) AS installed,
           jsonb_build_object('number', s.number, 'digest', s.digest, 'isAuthored', s.id = c.id AND (${AUTHORED})) AS current
    FROM ${FILES} JOIN content_source s ON s.id = ${WANTED} LEFT JOIN "user" u ON u.id = s.written_by_id
    WHERE f.path IS NOT NULL ORDER BY f.path COLLATE "C"`
}

export type ReadFile = ListedFile & {
  id: string
  /** Null for a recording. */
  text: string | null
  installedText: string | null
  reason: string | null
}

/** One file by its name. One statement. */
export async function findContentFile(name: string, tx: Db = db()): Promise<ReadFile | null> {
  const [row] = await tx.$queryRaw<ReadFile[]>`
    SELECT f.id, f.name, f.path, s.title, s.open_points AS "openPoints", s.written_at AS "writtenAt", u.name AS "writtenBy", s.text, s.reason,
           i.text AS "installedText", f.current_id IS DISTINCT FROM ${WANTED} AS "isHeld",
           jsonb_build_object('number', i.number, 'digest', i.digest) AS installed,
           jsonb_build_object('number', s.number, 'digest', s.digest, 'isAuthored', s.id = c.id AND (${AUTHORED})) AS current
    FROM ${FILES} JOIN content_source s ON s.id = ${WANTED} LEFT JOIN "user" u ON u.id = s.written_by_id
    WHERE f.path IS NOT NULL AND f.name = ${name}`
  return row ?? null
}

export type SourceVersion = {
  /** Of its file. */
  path: string
  number: number
  title: string
  text: string | null
  reason: string | null
  writtenAt: Date
  /** Null where the installation brought it. */
  writtenBy: string | null
  isCurrent: boolean
  isInstalled: boolean
}

/** Every version of a file, the newest first. One statement. */
export async function listSources(name: string): Promise<SourceVersion[]> {
  return db().$queryRaw<SourceVersion[]>`
    SELECT f.path, s.number, s.title, s.text, s.reason, s.written_at AS "writtenAt", u.name AS "writtenBy",
           s.id = ${WANTED} AS "isCurrent", s.id = i.id AS "isInstalled"
    FROM ${FILES} JOIN content_source s ON s.file_id = f.id LEFT JOIN "user" u ON u.id = s.written_by_id
    WHERE f.name = ${name} AND f.path IS NOT NULL ORDER BY s.number DESC`
}

/** What is published, file by file; the text of a recording is null. One statement. */
export async function listPublishedTexts(): Promise<{ path: string; text: string | null; digest: string }[]> {
  return db().$queryRaw<{ path: string; text: string | null; digest: string }[]>`
    SELECT f.path, c.text, c.digest FROM content_file f JOIN content_source c ON c.id = f.current_id WHERE f.path IS NOT NULL`
}

/** What a version of a file said; null where there is none, or where it is a recording. One statement. */
export async function findSourceText(tx: Db, fileId: string, number: number): Promise<string | null> {
  const source = await tx.contentSource.findUnique({
    where: { fileId_number: { fileId, number } },
    select: { text: true },
  })
  return source?.text ?? null
}
