import { professionNames } from '#app/domain/people.ts'
import type { ListedCandidate } from '#app/features/credentials/view-candidates.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

type WaitingTableProps = { candidates: readonly ListedCandidate[]; areTicked: boolean; caption: string; empty: string }

/** Who has completed a course and waits, each to be ticked. */
export function WaitingTable({ candidates, areTicked, caption, empty }: WaitingTableProps) {
  return (
    <Table
      caption={caption}
      rows={candidates}
      rowKey={({ enrolmentId }) => enrolmentId}
      empty={empty}
      columns={[
        { key: 'name', header: 'Name', cell: (candidate) => <Choice candidate={candidate} isTicked={areTicked} /> },
        { key: 'registration', header: 'Registration', cell: (candidate) => <Registration candidate={candidate} /> },
        { key: 'course', header: 'Course', cell: ({ courseTitle }) => courseTitle },
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

function Choice({ candidate, isTicked }: { candidate: ListedCandidate; isTicked: boolean }) {
  const id = `enrolment-${candidate.enrolmentId}`
  return (
    <div className="flex gap-3">
      <input
        type="checkbox"
        className="choice"
        id={id}
        name="enrolment"
        value={candidate.enrolmentId}
        defaultChecked={isTicked && !candidate.isOwn}
        disabled={candidate.isOwn}
        aria-describedby={candidate.isOwn ? `${id}-reason` : undefined}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="wrap-anywhere">
          {candidate.name}
        </label>
        {candidate.isOwn && (
          <p id={`${id}-reason`} className="font-normal text-ink-muted text-sm">
            Your own: another officer has to issue it.
          </p>
        )}
      </div>
    </div>
  )
}

/** The profession, and the register that it can be checked with. */
export function Registration({ candidate }: { candidate: ListedCandidate }) {
  const registration = [candidate.regulator, candidate.registrationNumber].filter(Boolean).join(' ')
  return (
    <>
      {professionNames[candidate.profession]}
      <span className="block text-ink-muted text-sm wrap-anywhere">{registration || 'No registration given'}</span>
    </>
  )
}
