import type { CaseText } from '#app/features/assessment/view-answer-page.server.ts'
import { Dialogue } from '#app/ui/dialogue.tsx'

/** What is to be put right, once more beside the field in which it is. Draws nothing where there is no such thing. */
export function Intervention({ text: { transcript, intervention } }: { text: CaseText }) {
  const turn = intervention === null ? undefined : transcript[intervention]
  if (!turn) return null
  const { speaker, says, note } = turn
  return <Dialogue turns={[{ speaker, says, action: note, highlight: 'To be put right' }]} />
}
