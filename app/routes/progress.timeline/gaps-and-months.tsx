import { dayWords, monthWords } from '#app/domain/pathway/days.ts'
import { amountWords } from '#app/domain/pathway/wording.ts'
import type { Timeline } from '#app/domain/portfolio/timeline.ts'
import { inNumber } from '#app/domain/wording.ts'
import { Table } from '#app/ui/table.tsx'

/** The timeline in words and figures. */
export function GapsAndMonths({ timeline: { gaps, months } }: { timeline: Timeline }) {
  return (
    <>
      <section aria-labelledby="gaps">
        <h2 id="gaps" className="mb-3 text-2xl">
          Without supervision for more than three weeks
        </h2>
        {gaps.length === 0 ? (
          <p>There has been no such stretch since your first session of supervision.</p>
        ) : (
          <ul className="list-disc ps-5">
            {gaps.map(({ after, to, days, isOpen }) => (
              <li key={after}>
                {inNumber(
                  days,
                  isOpen
                    ? {
                        one: 'After {after}: 1 day, and no session since',
                        other: 'After {after}: {n} days, and no session since',
                      }
                    : { one: 'After {after}: 1 day, to {to}', other: 'After {after}: {n} days, to {to}' },
                  { after: dayWords(after), to: dayWords(to) },
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="months">
        <h2 id="months" className="mb-3 text-2xl">
          Month by month
        </h2>
        <Table
          caption="What was done in each month"
          hideCaption
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            { key: 'month', header: 'Month', cell: ({ month }) => monthWords(month) },
            { key: 'sessions', header: 'Sessions with patients', numeric: true, cell: ({ sessions }) => sessions },
            {
              key: 'supervision',
              header: 'Hours of supervision',
              numeric: true,
              cell: ({ supervisionMinutes }) => amountWords(supervisionMinutes / 60),
            },
            { key: 'clips', header: 'Clips', numeric: true, cell: ({ clips }) => clips },
          ]}
        />
      </section>
    </>
  )
}
