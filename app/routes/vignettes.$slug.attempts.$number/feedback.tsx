import type { Feedback as FeedbackView, GivenMark } from '#app/features/assessment/view-attempt.server.ts'
import { MarkDecision } from '#app/ui/mark-decision.tsx'
import { Time } from '#app/ui/time.tsx'
import { Comment, CriterionFeedback } from './criterion-feedback.tsx'

/** The result with its reasons, and the marks with the rubric's words for them. */
export function Feedback({ feedback: { releasedAt, marks, rubric }, zone }: { feedback: FeedbackView; zone: string }) {
  return (
    <section aria-labelledby="feedback" className="grid max-w-measure gap-8">
      <header className="grid gap-2">
        <h2 id="feedback" className="text-2xl">
          Feedback
        </h2>
        {releasedAt && (
          <p className="text-ink-muted text-sm">
            Given on <Time value={releasedAt} zone={zone} />, on the rubric “{rubric.title}”
          </p>
        )}
      </header>
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks are locked and have nothing else that a trainee may know them by
        <div key={index} className="grid gap-8">
          <MarkDecision decision={mark.decision} />
          <Comment>{mark.comment}</Comment>
          <CriticalErrors rubric={rubric} mark={mark} />
          <CriterionFeedback title="Global rating" descriptors={rubric.global.descriptors} level={mark.globalLevel} />
          {rubric.criteria.map(({ id, title, descriptors }) => (
            <CriterionFeedback key={id} title={title} descriptors={descriptors} {...mark.ratings[id]} />
          ))}
        </div>
      ))}
    </section>
  )
}

export function ModelDiscussion({ html }: { html: string }) {
  return (
    <section aria-labelledby="discussion">
      <h2 id="discussion" className="mb-4 text-2xl">
        Model discussion
      </h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  )
}

function CriticalErrors({ rubric, mark }: { rubric: FeedbackView['rubric']; mark: GivenMark }) {
  const seen = rubric.criticalErrors.filter(({ id }) => Object.hasOwn(mark.criticalErrors, id))
  return seen.map(({ id, title, description }) => (
    <section key={id} className="border-critical border-t-2 pt-4">
      <h3 className="text-lg">
        <span className="text-critical">Critical error:</span> {title}
      </h3>
      <p className="mt-1 text-ink-muted text-sm">{description}</p>
      <Comment>{mark.criticalErrors[id]}</Comment>
    </section>
  ))
}
