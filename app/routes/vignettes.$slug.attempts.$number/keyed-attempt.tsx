import type { KeyedAttemptPage } from '#app/features/assessment/view-attempt.server.ts'

/** What was answered beside what the key says. */
export function KeyedAttempt({ attempt: { keyed } }: { attempt: KeyedAttemptPage; zone: string }) {
  return <p>{keyed.kind}</p>
}
