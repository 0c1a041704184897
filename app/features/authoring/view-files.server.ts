import { classify } from '#app/content/content-files.server.ts'
import { type ListedFile, listContentFiles } from '#app/db/content-file-reading.server.ts'
import { type ContentStanding, contentStanding } from '#app/domain/content-standing.ts'

/** `open`: with points to confirm; `changed`: other than the installation's. */
export const FILE_FILTERS = ['open', 'changed'] as const
export type FileFilter = (typeof FILE_FILTERS)[number]

export type FileRow = Pick<ListedFile, 'name' | 'title' | 'openPoints' | 'writtenAt' | 'writtenBy'> & {
  kind: string
  number: number
  standing: ContentStanding
}

export type FilesPage = {
  groups: { title: string; files: FileRow[] }[]
  /** What is to be published is not published: it does not go together. */
  isHeld: boolean
  /** Files that were changed here and by the installation. */
  toDecide: FileRow[]
}

/** All the texts of the content, course by course, narrowed by words of their titles. */
export async function viewFiles({
  words,
  filter,
}: {
  words: string
  filter?: FileFilter | undefined
}): Promise<FilesPage> {
  const files = (await listContentFiles()).filter(({ path }) => classify(path)?.role !== 'media')
  const rows = files.map((file) => ({ group: groupOf(file, files), ...fileRow(file) }))
  const shown = rows.filter((row) => isAbout(row, words) && isIn(row, filter))
  return {
    groups: [...Map.groupBy(shown, ({ group }) => group)]
      .map(([title, members]) => ({ title, files: members }))
      .sort((a, b) => SHELVES.indexOf(a.title) - SHELVES.indexOf(b.title)),
    isHeld: files.some(({ isHeld }) => isHeld),
    toDecide: rows.filter(({ standing }) => standing === 'file-changed'),
  }
}

const kinds: Record<NonNullable<ReturnType<typeof classify>>['role'], string> = {
  bibliography: 'Bibliography',
  glossary: 'Glossary',
  course: 'Course',
  questions: 'Questions',
  media: 'Recording',
  captions: 'Captions',
  lesson: 'Lesson',
  vignette: 'Vignette',
  rubric: 'Rubric',
  benchmark: 'Benchmark',
  pathway: 'Pathway',
}

export const kindOfFile = (path: string): string => kinds[classify(path)?.role ?? 'lesson']

const fileRow = ({ name, path, title, openPoints, writtenAt, writtenBy, installed, current }: ListedFile): FileRow => ({
  ...{ name, title, openPoints, writtenAt, writtenBy },
  kind: kindOfFile(path),
  number: current.number,
  standing: contentStanding(installed, current),
})

const OTHERS = 'Glossary and bibliography'
/** After the courses, which are on none. */
const SHELVES = [OTHERS, 'Vignettes', 'Rubrics', 'Benchmarks', 'Pathways']

/** A course with all that belongs to it stands together. */
function groupOf({ path }: ListedFile, files: readonly ListedFile[]): string {
  const known = classify(path)
  if (!known?.folder) return SHELVES.find((shelf) => shelf === `${kindOfFile(path)}s`) ?? OTHERS
  return files.find((file) => file.path === `${known.folder}/course.yaml`)?.title ?? known.folder
}

const isAbout = ({ title, group }: FileRow & { group: string }, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${title} ${group}`.toLowerCase().includes(word))

const isIn = ({ openPoints, standing }: FileRow, filter: FileFilter | undefined) =>
  !filter || (filter === 'open' ? openPoints.length > 0 : standing !== 'as-installed')
