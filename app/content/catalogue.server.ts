import { type ContentKind, readVersions, type VersionRow } from '#app/db/content.server.ts'
import type { ContentBody, Pathway } from './content-body.ts'
import type { Course } from './course-schema.ts'
import type { Glossary } from './glossary-schema.ts'
import type { Benchmark, PublishedRubric } from './rubric-schema.ts'
import type { Vignette, WrittenVignette } from './vignette-schema.ts'
import { isWritten } from './vignettes.ts'

/** A version never changes, so what was read once stays good. A course is about 100 KB; the oldest unused one goes first. */
const CAPACITY = 300

const versions = new Map<string, VersionRow>()

function remember(row: VersionRow): void {
  versions.set(row.id, row)
  for (const oldest of versions.keys()) {
    if (versions.size <= CAPACITY) break
    versions.delete(oldest)
  }
}

function recall(id: string): VersionRow | undefined {
  const row = versions.get(id)
  if (!row) return undefined
  versions.delete(id)
  versions.set(id, row)
  return row
}

/** Reads every version that is not in memory yet, all of them in one statement. */
export async function loadVersions(versionIds: readonly string[]): Promise<void> {
  const missing = [...new Set(versionIds)].filter((id) => !versions.has(id))
  if (missing.length === 0) return
  for (const row of await readVersions(missing)) remember(row)
}

async function versionRow(id: string): Promise<VersionRow | undefined> {
  await loadVersions([id])
  return recall(id)
}

async function version<Kind extends ContentKind>(kind: Kind, id: string): Promise<ContentBody[Kind]> {
  const row = await versionRow(id)
  if (row?.kind !== kind) throw new Error(`${id} is not a version of a ${kind}`)
  return row.body as ContentBody[Kind]
}

/** Which version it is of what it is one of, and since when. */
export async function editionOf(id: string): Promise<Pick<VersionRow, 'number' | 'publishedAt'>> {
  const row = await versionRow(id)
  if (!row) throw new Error(`${id} is no version`)
  return row
}

/** The course as it stood in this version. */
export const courseVersion = (id: string): Promise<Course> => version('course', id)

/** The vignette as it stood in this version, its discussion included: that part is shown only with released marks. */
export const vignetteVersion = (id: string): Promise<Vignette> => version('vignette', id)

/** The same where it is known to be marked by people. */
export async function writtenVersion(id: string): Promise<WrittenVignette> {
  const vignette = await vignetteVersion(id)
  if (!isWritten(vignette)) throw new Error(`${id} is a vignette that a key scores`)
  return vignette
}

export const benchmarkVersion = (id: string): Promise<Benchmark> => version('benchmark', id)

export const glossaryVersion = (id: string): Promise<Glossary> => version('glossary', id)

export const rubricVersion = (id: string): Promise<PublishedRubric> => version('rubric', id)

export const pathwayVersion = (id: string): Promise<Pathway> => version('pathway', id)
