import type { WrittenAttemptPage } from '#app/features/assessment/view-attempt.server.ts'
import { Feedback, ModelDiscussion } from './feedback.tsx'
import { Receipt } from './receipt.tsx'
import { WrittenAnswers } from './written-answers.tsx'

/** The answer as it was handed in, with the marks once they are released. */
export function WrittenAttempt({ attempt, zone }: { attempt: WrittenAttemptPage; zone: string }) {
  const { feedback, submittedAt } = attempt
  if (!feedback)
    return (
      <>
        <Receipt submittedAt={submittedAt} zone={zone} />
        <WrittenAnswers attempt={attempt} zone={zone} />
      </>
    )
  return (
    <>
      <div className="grid items-start gap-x-14 gap-y-section xl:grid-cols-2">
        <Feedback feedback={feedback} zone={zone} />
        <WrittenAnswers attempt={attempt} zone={zone} />
      </div>
      <ModelDiscussion html={feedback.discussionHtml} />
    </>
  )
}
