import { Form } from 'react-router'
import { professionNames } from '#app/domain/people.ts'
import type { TraineeProgress, VignetteStanding } from '#app/features/cohorts/view-cohort.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import type { StatusName } from '#app/ui/status-mark.tsx'
import { Table } from '#app/ui/table.tsx'
import { Status, Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

const standings: Record<VignetteStanding, { status: Exclude<StatusName, 'info'>; words: string }> = {
  'not-begun': { status: 'not-begun', words: 'Not begun' },
  writing: { status: 'draft', words: 'Being written' },
  'handed-in': { status: 'waiting', words: 'Handed in' },
  withdrawn: { status: 'not-yet', words: 'Withdrawn' },
  passed: { status: 'passed', words: 'Passed' },
  'not-yet': { status: 'not-yet', words: 'Not passed yet' },
}

export function TraineeTable({ members }: { members: readonly TraineeProgress[] }) {
  return (
    <Table
      caption="Trainees and their progress"
      hideCaption
      isDense
      rows={members}
      rowKey={({ userId }) => userId}
      columns={[
        { key: 'name', header: 'Name', cell: (member) => <Person {...member} /> },
        { key: 'progress', header: 'Progress', speaksForItself: true, cell: (member) => <Progress {...member} /> },
        { key: 'vignettes', header: 'Vignettes', speaksForItself: true, cell: (member) => <Vignettes {...member} /> },
        { key: 'remove', header: 'Remove', hideHeader: true, cell: (member) => <Remove {...member} /> },
      ]}
      empty="Nobody yet. Add the first trainee by e-mail address."
    />
  )
}

function Person({ name, email, profession, leaveUntil }: TraineeProgress) {
  return (
    <>
      <span className="wrap-anywhere">{name}</span>
      <span className="block font-normal text-ink-muted text-sm wrap-anywhere">
        {professionNames[profession]}, {email}
      </span>
      {leaveUntil && (
        <Tag>
          On leave until <Time value={leaveUntil} zone="UTC" style="short-date" />
        </Tag>
      )}
    </>
  )
}

function Progress({ userId, name, isEnrolled, percent, because }: TraineeProgress) {
  if (!isEnrolled) return <span className="text-ink-muted">Not enrolled yet</span>
  return (
    <div className="grid gap-1.5">
      <ProgressBar
        id={`progress-${userId}`}
        label={`Progress of ${name}`}
        hideLabel
        value={percent}
        max={100}
        valueText={`${percent} %`}
      />
      <ul className="text-ink-muted text-sm">
        {because.map(({ rule, isMet, text }) => (
          // On a phone only what is missing is seen; the bar says the rest.
          <li key={rule} className={isMet ? 'max-sm:sr-only' : undefined}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Vignettes({ vignettes }: TraineeProgress) {
  return (
    <ul className="grid gap-1.5">
      {vignettes.map(({ title, standing }) => (
        <li key={title} className="flex flex-wrap items-baseline gap-x-2 sm:block">
          <span className="text-sm sm:block">{title}</span>
          <Status status={standings[standing].status}>{standings[standing].words}</Status>
        </li>
      ))}
    </ul>
  )
}

/** Two steps, and both work without scripts. */
function Remove({ userId, name }: TraineeProgress) {
  return (
    <details>
      <summary className="whitespace-nowrap text-primary text-sm">
        Remove<span className="sr-only"> {name}</span>
      </summary>
      <Form method="post" className="mt-2 grid gap-2">
        <input type="hidden" name="userId" value={userId} />
        <p className="text-sm">Their work stays; this cohort’s deadlines no longer hold for them.</p>
        <div>
          <Button variant="danger" name="intent" value="remove-trainee">
            Remove<span className="sr-only"> {name}</span>
          </Button>
        </div>
      </Form>
    </details>
  )
}
