import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { sha256Of } from './media-sources.ts'
import type { SourceFile } from './source-file.ts'

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*'
const COURSE = `courses/(?<number>\\d{2})-(?<slug>${SLUG})`

/** What each file under `content/` is, told by its path alone. */
const PATTERNS = {
  bibliography: /^bibliography\.json$/,
  glossary: /^glossary\.yaml$/,
  course: new RegExp(`^${COURSE}/course\\.yaml$`),
  questions: new RegExp(`^${COURSE}/questions\\.yaml$`),
  media: new RegExp(`^${COURSE}/media/(?<media>${SLUG})\\.(?:m4a|mp4)$`),
  captions: new RegExp(`^${COURSE}/media/(?<media>${SLUG})\\.vtt$`),
  lesson: new RegExp(`^${COURSE}/lessons/(?<lessonNumber>\\d{2})-(?<lessonSlug>${SLUG})\\.md$`),
  vignette: new RegExp(`^vignettes/(?<slug>${SLUG})\\.yaml$`),
  rubric: new RegExp(`^rubrics/(?<slug>${SLUG})\\.yaml$`),
  benchmark: new RegExp(`^benchmarks/(?<slug>${SLUG})\\.yaml$`),
  pathway: new RegExp(`^pathways/(?<slug>${SLUG})\\.yaml$`),
}

type Role = keyof typeof PATTERNS

export type ContentFile = {
  role: Role
  /** Relative to the content folder, with forward slashes. */
  file: string
  slug: string
  position: number
  /** The folder of its course, for what belongs to one. */
  folder: string
}

/** What a path is, or nothing when no file of this name is known. */
export function classify(file: string): ContentFile | undefined {
  for (const role of Object.keys(PATTERNS) as Role[]) {
    const groups = PATTERNS[role].exec(file)
    if (!groups) continue
    const { slug = '', number = '0', lessonSlug, lessonNumber, media } = groups.groups ?? {}
    const folder = number === '0' ? '' : `courses/${number}-${slug}`
    return { role, file, slug: media ?? lessonSlug ?? slug, position: Number(lessonNumber ?? number), folder }
  }
  return undefined
}

const isIgnored = (file: string) => file.startsWith('demo/') || file.split('/').some((part) => part.startsWith('.'))

/** Every file of the content folder in the order of its path, those of the demo cast and hidden ones left out. */
export async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !isIgnored(file))
    .sort()
}

/** All of a content folder. */
export async function readFolder(directory: string): Promise<SourceFile[]> {
  return Promise.all(
    (await listFiles(directory)).map(async (file) => sourceFile(file, await readFile(join(directory, file)))),
  )
}

const sourceFile = (file: string, bytes: Buffer<ArrayBuffer>): SourceFile =>
  classify(file)?.role === 'media'
    ? { file, recording: { sha256: sha256Of(bytes), byteCount: bytes.byteLength, bytes } }
    : { file, text: bytes.toString('utf8') }
