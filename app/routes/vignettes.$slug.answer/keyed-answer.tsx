import type { RefusedKeyed } from '#app/features/assessment/refused-attempt.ts'
import type { KeyedPage } from '#app/features/assessment/view-answer-page.server.ts'

type KeyedAnswerProps = {
  page: KeyedPage
  vault: { account: string; key: string }
  timeZone: string
  refused: RefusedKeyed | undefined
}

/** The answer to a vignette that a key scores. */
export function KeyedAnswer({ page: { keyed } }: KeyedAnswerProps) {
  return <p>{keyed.kind}</p>
}
