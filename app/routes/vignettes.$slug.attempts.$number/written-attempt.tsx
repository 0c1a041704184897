import type { WrittenAttemptPage } from '#app/features/assessment/view-attempt.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Feedback, ModelDiscussion } from './feedback.tsx'
import { RatingPicture } from './rating-picture.tsx'
import { Receipt } from './receipt.tsx'
import { type RefusedRating, SelfRatingForm } from './self-rating-form.tsx'
import { Withdraw } from './withdraw.tsx'
import { WrittenAnswers } from './written-answers.tsx'

type WrittenAttemptProps = { attempt: WrittenAttemptPage; zone: string; refused: RefusedRating | undefined }

/** The answer as it was handed in: rated by its writer first, and then with the marks beside it. */
export function WrittenAttempt({ attempt, zone, refused }: WrittenAttemptProps) {
  const { feedback, state } = attempt
  if (feedback)
    return (
      <>
        <div className="grid items-start gap-x-14 gap-y-section xl:grid-cols-2">
          <div className="grid gap-section">
            <Feedback feedback={feedback} zone={zone} />
            {feedback.comparison && <RatingPicture comparison={feedback.comparison} />}
          </div>
          <WrittenAnswers attempt={attempt} zone={zone} />
        </div>
        <ModelDiscussion html={feedback.discussionHtml} />
      </>
    )
  if (state === 'released')
    return (
      <>
        <Notice kind="positive" title="Your feedback is ready">
          <p>
            Rate your own answer first. The marks stand beside your rating then, and the difference is worth a look.
          </p>
        </Notice>
        <div className="grid items-start gap-x-14 gap-y-section xl:grid-cols-2">
          <WrittenAnswers attempt={attempt} zone={zone} />
          <OwnRating attempt={attempt} refused={refused} />
        </div>
      </>
    )
  return (
    <>
      <Receipt attempt={attempt} zone={zone} />
      <WrittenAnswers attempt={attempt} zone={zone} />
      {state === 'submitted' && !attempt.selfRating && <OwnRating attempt={attempt} refused={refused} isEarly />}
      {state === 'submitted' && <Withdraw />}
    </>
  )
}

type OwnRatingProps = Pick<WrittenAttemptProps, 'attempt' | 'refused'> & { isEarly?: boolean }

/** Before the marks are there it may be done at leisure, and so is folded away. */
function OwnRating({ attempt: { rubric }, refused, isEarly = false }: OwnRatingProps) {
  if (isEarly)
    return (
      <details className="border-line border-y py-3" open={refused !== undefined}>
        <summary className="min-h-8 font-medium">Rate your own answer while it is fresh</summary>
        <div className="grid max-w-measure gap-6 py-6">
          <p>You will be asked for this before you see the marks. You can give it now instead.</p>
          <SelfRatingForm rubric={rubric} refused={refused} />
        </div>
      </details>
    )
  return (
    <section aria-labelledby="own-rating" className="grid max-w-measure gap-6">
      <h2 id="own-rating" className="text-2xl">
        How would you rate your answer?
      </h2>
      <SelfRatingForm rubric={rubric} refused={refused} />
    </section>
  )
}
