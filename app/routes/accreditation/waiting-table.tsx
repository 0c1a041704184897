import { professionNames } from '#app/domain/people.ts'
import type { ListedCandidate } from '#app/features/credentials/view-candidates.server.ts'
import { Table } from '#app/ui/table.tsx'
import { TickCell } from '#app/ui/tick-cell.tsx'
import { Time } from '#app/ui/time.tsx'

const OWN = 'Your own: another officer has to issue it.'

type WaitingTableProps = { candidates: readonly ListedCandidate[]; areTicked: boolean; caption: string; empty: string }

/** Who has completed a course and waits, each to be ticked. */
export function WaitingTable({ candidates, areTicked, caption, empty }: WaitingTableProps) {
  return (
    <Table
      caption={caption}
      rows={candidates}
      rowKey={({ enrolmentId }) => enrolmentId}
      empty={empty}
      isDense
      columns={[
        {
          key: 'name',
          header: 'Name',
          cell: ({ enrolmentId, name, isOwn }) => (
            <TickCell name="enrolment" value={enrolmentId} because={isOwn ? OWN : null} isTicked={areTicked}>
              {name}
            </TickCell>
          ),
        },
        {
          key: 'registration',
          header: 'Registration',
          speaksForItself: true,
          cell: (candidate) => <Registration candidate={candidate} />,
        },
        { key: 'course', header: 'Course', speaksForItself: true, cell: ({ courseTitle }) => courseTitle },
        {
          key: 'vignettes',
          header: 'Vignette passed',
          cell: ({ vignettesPassed }) => vignettesPassed.join(', ') || 'None',
        },
        {
          key: 'completed',
          header: 'Completed',
          cell: ({ completedAt }) => <Time value={completedAt} zone="UTC" style="short-date" />,
        },
        { key: 'days', header: 'Days waiting', numeric: true, cell: ({ daysWaiting }) => daysWaiting },
      ]}
    />
  )
}

/** The profession, and the register that it can be checked with. */
export function Registration({ candidate }: { candidate: ListedCandidate }) {
  const registration = [candidate.regulator, candidate.registrationNumber].filter(Boolean).join(' ')
  return (
    <>
      {professionNames[candidate.profession]}{' '}
      <span className="text-ink-muted text-sm wrap-anywhere sm:block">{registration || 'No registration given'}</span>
    </>
  )
}
