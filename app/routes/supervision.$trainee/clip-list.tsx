import type { SuperviseeWork } from '#app/features/portfolio/view-supervisees.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type Clip = SuperviseeWork['supervisee']['clips'][number]

/** The clips that name this supervisor: the recordings stay where they are. */
export function ClipList({ clips }: { clips: readonly Clip[] }) {
  return (
    <section>
      <Table
        caption="Clips"
        rows={clips}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'clip',
            header: 'Clip',
            cell: ({ id, caseCode, body }) => (
              <a href={`/supervision/clips/${id}`}>
                {caseCode ? `Case ${caseCode}, session` : 'Session'} {body.sessionNumber}
              </a>
            ),
          },
          {
            key: 'held',
            header: 'Held',
            cell: ({ body }) => <Time value={body.heldOn} zone="UTC" style="short-date" />,
          },
          { key: 'length', header: 'Length', cell: ({ body }) => `${body.minutes} min, ${body.media}` },
          {
            key: 'rated',
            header: 'Rating',
            cell: ({ isRated }) =>
              isRated ? <Status status="met">Rated by you</Status> : <Status status="waiting">Waits for you</Status>,
          },
        ]}
      />
    </section>
  )
}
