import { hoursLiveWords } from '#app/domain/live/hours-live.ts'
import type { HoursPage } from '#app/features/cohorts/view-attendance.server.ts'
import { Pagination } from '#app/ui/pagination.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Table } from '#app/ui/table.tsx'

type HoursTableProps = { cohortId: string; page: number; hours: HoursPage }

/** What each trainee has of the hours live, as they see it themselves. */
export function HoursTable({ cohortId, page, hours: { trainees, pages } }: HoursTableProps) {
  return (
    <section aria-labelledby="each">
      <h2 id="each" className="mb-4 text-2xl">
        Hours of each trainee
      </h2>
      <Table
        caption="Hours live of each trainee"
        hideCaption
        rows={trainees}
        rowKey={({ userId }) => userId}
        isDense
        columns={[
          { key: 'name', header: 'Name', cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
          {
            key: 'hours',
            header: 'Hours live',
            speaksForItself: true,
            cell: ({ userId, name, hours }) => (
              <ProgressBar
                id={`hours-${userId}`}
                label={`Hours live of ${name}`}
                hideLabel
                value={hours.percent}
                max={100}
                valueText={hoursLiveWords(hours)}
              />
            ),
          },
        ]}
        empty="Nobody is in this cohort yet."
      />
      <Pagination page={page} pageCount={pages} hrefOf={(to) => `/cohorts/${cohortId}/sessions?page=${to}`} />
    </section>
  )
}
