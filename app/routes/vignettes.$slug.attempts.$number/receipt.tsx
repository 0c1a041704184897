import type { WrittenAttemptPage } from '#app/features/assessment/view-attempt.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

type ReceiptProps = {
  attempt: Pick<WrittenAttemptPage, 'state' | 'submittedAt' | 'withdrawnAt' | 'selfRating'>
  zone: string
}

/** The same for every attempt that is not released, so that it tells nothing of how far the marking is. */
export function Receipt({ attempt: { state, submittedAt, withdrawnAt, selfRating }, zone }: ReceiptProps) {
  if (state === 'withdrawn')
    return (
      <Notice title="You withdrew this answer">
        <p>
          {withdrawnAt && (
            <>
              Withdrawn on <Time value={withdrawnAt} zone={zone} style="date-time" />.{' '}
            </>
          )}
          Nobody marks it. It counts as one of your attempts and stays here as you wrote it.
        </p>
      </Notice>
    )
  return (
    <Notice kind="positive" title="Your answer is in">
      <p>
        {submittedAt && (
          <>
            Submitted on <Time value={submittedAt} zone={zone} style="date-time" />.{' '}
          </>
        )}
        A training lead marks it under a code, without your name. We tell you when the feedback is here.
      </p>
      {selfRating && <p>Your rating of your own answer is kept, to stand beside the marks.</p>}
    </Notice>
  )
}
