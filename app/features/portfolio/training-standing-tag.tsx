import type { TrainingStanding } from '#app/domain/portfolio/training-rules.ts'
import { Status } from '#app/ui/tag.tsx'

const looks = {
  counts: { status: 'met', words: 'Counts' },
  waiting: { status: 'waiting', words: 'Waits for staff' },
  refused: { status: 'not-yet', words: 'Not accepted' },
  'provider-not-approved': { status: 'not-yet', words: 'Provider not approved on its days' },
} as const

export function TrainingStandingTag({ standing }: { standing: TrainingStanding }) {
  const { status, words } = looks[standing]
  return <Status status={status}>{words}</Status>
}
