import type { VignetteFact } from '#app/domain/pathway/facts.ts'
import { Status } from '#app/ui/tag.tsx'

const states = {
  none: { status: 'not-begun', words: 'Not answered' },
  open: { status: 'draft', words: 'Begun, not sent in' },
  submitted: { status: 'waiting', words: 'With a training lead' },
  'not-passed': { status: 'not-yet', words: 'Not passed yet' },
  passed: { status: 'passed', words: 'Passed' },
} as const

const ANSWERED = { status: 'met', words: 'Answered' } as const

/** Where an answer to a vignette stands, as its author may know it. */
export function VignetteStatus({ state, isKeyed = false }: Pick<VignetteFact, 'state'> & { isKeyed?: boolean }) {
  // What a key scores is neither passed nor failed.
  const { status, words } = isKeyed && state === 'not-passed' ? ANSWERED : states[state]
  return <Status status={status}>{words}</Status>
}
