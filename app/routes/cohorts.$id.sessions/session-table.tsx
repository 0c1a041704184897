import { hoursWords } from '#app/domain/live/hours-words.ts'
import { whenWords } from '#app/domain/live/when.ts'
import { SessionPlace } from '#app/features/cohorts/session-place.tsx'
import type { viewSessions } from '#app/features/cohorts/view-sessions.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

type Session = Awaited<ReturnType<typeof viewSessions>>['sessions'][number]

type SessionTableProps = { cohortId: string; sessions: readonly Session[]; timeZone: string }

export function SessionTable({ cohortId, sessions, timeZone }: SessionTableProps) {
  return (
    <Table
      caption="Live sessions of this cohort"
      hideCaption
      rows={sessions}
      rowKey={({ id }) => id}
      isDense
      columns={[
        { key: 'title', header: 'Session', cell: (session) => <Title cohortId={cohortId} session={session} /> },
        { key: 'when', header: 'When', speaksForItself: true, cell: (session) => whenWords(spanOf(session), timeZone) },
        { key: 'where', header: 'Where', speaksForItself: true, cell: (session) => <SessionPlace session={session} /> },
        { key: 'counts', header: 'Counts', cell: ({ countsMinutes }) => hoursWords(countsMinutes) },
      ]}
      empty="No session is planned yet."
    />
  )
}

const spanOf = ({ startsAt, endsAt }: Session) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })

function Title({ cohortId, session }: { cohortId: string; session: Session }) {
  const { id, title, isCancelled } = session
  return (
    <>
      <a href={`/cohorts/${cohortId}/sessions/${id}`} className="wrap-anywhere">
        {title}
      </a>
      {isCancelled && (
        <span className="mt-1 block">
          <Tag tone="caution">Cancelled</Tag>
        </span>
      )}
    </>
  )
}
