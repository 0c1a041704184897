import type { ContentStanding } from '#app/domain/content-standing.ts'
import type { FileRow } from '#app/features/authoring/view-files.server.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type FileTableProps = { title: string; files: readonly FileRow[]; timeZone: string; showsPoints: boolean }

/** The files of a course, or of one kind. */
export function FileTable({ title, files, timeZone, showsPoints }: FileTableProps) {
  const columns: Column<FileRow>[] = [
    {
      key: 'title',
      header: 'Title',
      cell: (file) => (
        <div className="grid gap-1">
          <span>
            <a href={`/author/${file.name}`}>{file.title}</a> <Standing standing={file.standing} />
          </span>
          {showsPoints && <Points points={file.openPoints} />}
        </div>
      ),
    },
    { key: 'kind', header: 'What it is', cell: ({ kind }) => kind },
    { key: 'points', header: 'To confirm', numeric: true, cell: ({ openPoints }) => openPoints.length || '–' },
    { key: 'number', header: 'Version', numeric: true, cell: ({ number }) => number },
    {
      key: 'written',
      header: 'Last changed',
      cell: ({ writtenAt, writtenBy }) => (
        <>
          <Time value={writtenAt} zone={timeZone} style="short-date" />, {writtenBy ?? 'with the installation'}
        </>
      ),
    },
  ]
  return <Table caption={title} columns={columns} rows={files} rowKey={({ name }) => name} />
}

const Points = ({ points }: { points: readonly string[] }) => (
  <ul className="list-disc ps-5 font-normal text-ink-muted text-sm">
    {points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
)

const words: Record<Exclude<ContentStanding, 'as-installed'>, string> = {
  authored: 'Changed here',
  'file-changed': 'Two versions',
}

/** Says nothing of what is as it came. */
export const Standing = ({ standing }: { standing: ContentStanding }) =>
  standing === 'as-installed' ? null : (
    <Tag tone={standing === 'authored' ? 'primary' : 'caution'}>{words[standing]}</Tag>
  )
