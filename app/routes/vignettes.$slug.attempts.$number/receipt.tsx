import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

/** The same for every attempt that is not released, so that it tells nothing of how far the marking is. */
export function Receipt({ submittedAt, zone }: { submittedAt: Date | null; zone: string }) {
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
    </Notice>
  )
}
