import { WORKING_DAYS_TO_APPEAL } from '#app/domain/appeals.ts'
import type { WrittenAttemptPage } from '#app/features/assessment/view-attempt.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Feedback, ModelDiscussion } from './feedback.tsx'
import { RatingPicture } from './rating-picture.tsx'
import { Receipt } from './receipt.tsx'
import { type RefusedRating, SelfRatingForm } from './self-rating-form.tsx'
import { Withdraw } from './withdraw.tsx'
import { WrittenAnswers } from './written-answers.tsx'

type WrittenAttemptProps = {
  attempt: WrittenAttemptPage
  number: string
  zone: string
  refused: RefusedRating | undefined
}

/** The answer as it was handed in: rated by its writer first, and then with the marks beside it. */
export function WrittenAttempt({ attempt, number, zone, refused }: WrittenAttemptProps) {
  const { feedback, state } = attempt
  if (feedback)
    return (
      <>
        <div className="grid items-start gap-x-14 gap-y-section xl:grid-cols-2">
          <div className="grid gap-section">
            <Feedback feedback={feedback} zone={zone} />
            {feedback.comparison && <RatingPicture comparison={feedback.comparison} />}
            <ToAppeal href={`/vignettes/${attempt.case.slug}/attempts/${number}/appeal`} />
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

/** The page behind it says until when, or how an appeal that was made has ended. */
const ToAppeal = ({ href }: { href: string }) => (
  <section aria-labelledby="appeals" className="grid max-w-measure gap-2 border-line border-t pt-4">
    <h2 id="appeals" className="text-lg">
      If something went wrong in the marking
    </h2>
    <p className="text-ink-muted">
      You have {WORKING_DAYS_TO_APPEAL} working days from the marks. Somebody who had no part in them decides.
    </p>
    <p>
      <a href={href}>Appeal against the marking</a>
    </p>
  </section>
)

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
