import { db } from '#app/db/client.server.ts'
import { findContentFile, listSources, type ReadFile, type SourceVersion } from '#app/db/content-file-reading.server.ts'
import { findDraft } from '#app/db/drafts.server.ts'
import { type ContentStanding, contentStanding } from '#app/domain/content-standing.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import { compareTexts, type Stretch } from './compare-texts.ts'
import { readSavedText } from './saved-text.ts'
import { noSuchFile, whyOnlyRead } from './source-file.server.ts'
import { kindOfFile } from './view-files.server.ts'
import type { WrittenText } from './written-source.ts'

export type FilePage = Pick<
  ReadFile,
  'name' | 'path' | 'title' | 'openPoints' | 'writtenAt' | 'writtenBy' | 'reason' | 'isHeld'
> & {
  /** Of the draft. */
  subject: string
  kind: string
  number: number
  text: string
  standing: ContentStanding
  /** The version that the installation brings, where it is another, and what it says otherwise. */
  installed: { number: number; differs: Stretch[] } | null
  onlyRead: string | null
  draft: SavedDraft<WrittenText> | null
}

/**
 * A file with what the actor has under way in it.
 * @throws 404 for a file that the content does not have.
 */
export async function viewFile({ id }: Pick<Actor, 'id'>, name: string): Promise<FilePage> {
  const file = await findContentFile(name)
  if (!file || file.text === null) throw noSuchFile()
  const { path, title, openPoints, writtenAt, writtenBy, reason, isHeld, text, installedText, installed, current } =
    file
  const draft = readSavedText(await findDraft(db(), { ownerId: id, kind: 'source', subjectId: file.id }))
  const standing = contentStanding(installed, current)
  const other = { number: installed.number, differs: compareTexts(text, installedText ?? '') }
  return {
    ...{ name, path, title, openPoints, writtenAt, writtenBy, reason, isHeld, text, standing, draft },
    subject: file.id,
    kind: kindOfFile(path),
    number: current.number,
    installed: standing === 'as-installed' ? null : other,
    onlyRead: whyOnlyRead(file),
  }
}

export type VersionsPage = { title: string; versions: Omit<SourceVersion, 'text'>[] }

/** The file that is asked for, and every version of it, the newest first. @throws 404 for a file that the content does not have. */
export async function viewVersions(name: string): Promise<VersionsPage> {
  const { versions, current } = await readVersions(name)
  return { title: current.title, versions: versions.map(({ text: _, ...version }) => version) }
}

export type VersionPage = SourceVersion & {
  text: string
  /** The number of the one that is published. */
  current: number
  /** From what is published to this one. */
  differs: Stretch[]
  /** It is another than what is published; or the installation has brought another since, so that it can be kept knowingly. */
  mayBePutBack: boolean
}

/** One version of a file beside the one that is published. @throws 404 for one that there is not. */
export async function viewVersion(name: string, number: number): Promise<VersionPage> {
  const { versions, current } = await readVersions(name)
  const version = versions.find((one) => one.number === number)
  if (!version || version.text === null) throw noSuchFile()
  const differs = compareTexts(current.text ?? '', version.text)
  const { text } = version
  const isOvertaken = versions.some(({ isInstalled, number: other }) => isInstalled && other > current.number)
  const mayBePutBack = !whyOnlyRead({ ...version, text }) && (differs.length > 0 || isOvertaken)
  return { ...version, text, current: current.number, differs, mayBePutBack }
}

async function readVersions(name: string) {
  const versions = await listSources(name)
  const current = versions.find(({ isCurrent }) => isCurrent)
  if (!current || current.text === null) throw noSuchFile()
  return { versions, current }
}
