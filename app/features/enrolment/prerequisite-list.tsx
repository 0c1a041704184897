import type { CheckedPrerequisite, Prerequisite } from '#app/domain/enrolment/prerequisites.ts'
import { Status } from '#app/ui/tag.tsx'

const states = {
  met: { status: 'met', words: 'Met' },
  waived: { status: 'met', words: 'Waived for you' },
  'not-met': { status: 'not-yet', words: 'Not met' },
} as const

/** What a course asks for before it; with where the person stands, where it was held against somebody. */
export function PrerequisiteList({
  prerequisites,
}: {
  prerequisites: readonly (Prerequisite | CheckedPrerequisite)[]
}) {
  return (
    <ul className="grid gap-2">
      {prerequisites.map((one) => (
        <li key={one.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="inline-block first-letter:uppercase">
            {one.path ? <a href={one.path}>{one.text}</a> : one.text}
          </span>
          {'state' in one && <Status status={states[one.state].status}>{states[one.state].words}</Status>}
        </li>
      ))}
    </ul>
  )
}
