import type { Decision } from '#app/domain/rubric.ts'
import { StatusMark } from '#app/ui/status-mark.tsx'
import { Status } from '#app/ui/tag.tsx'

type MarkDecisionProps = {
  decision: Decision
  /** Said aloud when it changes: for whoever is still marking. */
  isLive?: boolean
}

/** Passed or not yet by the rubric's rule, and why. The same for the marker and for whoever is marked. */
export function MarkDecision({ decision: { hasPassed, because }, isLive = false }: MarkDecisionProps) {
  return (
    <div className="grid gap-3">
      <p role={isLive ? 'status' : undefined}>
        <Status status={hasPassed ? 'passed' : 'not-yet'}>{hasPassed ? 'Passed' : 'Not passed yet'}</Status>
      </p>
      <ul className="grid gap-1.5">
        {because.map(({ rule, met, text }) => (
          <li key={rule} className="flex gap-2">
            <StatusMark status={met ? 'met' : 'not-yet'} className="mt-1 size-4.5" />
            <span>
              <span className="sr-only">{met ? 'Met: ' : 'Not met: '}</span>
              {text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
