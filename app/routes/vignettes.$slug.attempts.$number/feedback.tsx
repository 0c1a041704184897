import type { EarlierMark, Feedback as FeedbackView, GivenMark } from '#app/features/assessment/feedback.server.ts'
import { finalMarkWords, howItCameAbout } from '#app/features/assessment/final-mark-words.ts'
import { MarkDecision } from '#app/ui/mark-decision.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { Comments, CriterionFeedback, distinct } from './criterion-feedback.tsx'

type FeedbackProps = { feedback: FeedbackView; zone: string }

/** The mark in force: the result with its reasons, how it came about, and the rubric's words for it. */
export function Feedback({ feedback: { releasedAt, mark, earlier }, zone }: FeedbackProps) {
  return (
    <section aria-labelledby="feedback" className="grid max-w-measure gap-8">
      <header className="grid gap-2">
        <h2 id="feedback" className="text-2xl">
          Feedback
        </h2>
        {releasedAt && (
          <p className="text-ink-muted text-sm">
            Given on <Time value={releasedAt} zone={zone} />
            {mark && `, on the rubric “${mark.rubric.title}”`}
          </p>
        )}
      </header>
      {mark && <Mark mark={mark} />}
      {earlier.length > 0 && <EarlierMarks marks={earlier} zone={zone} />}
    </section>
  )
}

function Mark({ mark }: { mark: GivenMark }) {
  const { rubric, decision, markers } = mark
  return (
    <div className="grid gap-8">
      <MarkDecision decision={decision} />
      <HowItCameAbout mark={mark} />
      <Comments texts={distinct([mark.comment, ...markers.map(({ comment }) => comment)])} />
      <CriticalErrors mark={mark} />
      <CriterionFeedback title="Global rating" descriptors={rubric.global.descriptors} level={mark.globalLevel} />
      {rubric.criteria.map(({ id, title, descriptors }) => (
        <CriterionFeedback
          key={id}
          title={title}
          descriptors={descriptors}
          level={mark.ratings[id]?.level}
          comments={distinct([mark.ratings[id]?.comment, ...markers.map(({ ratings }) => ratings[id]?.comment)])}
        />
      ))}
    </div>
  )
}

function HowItCameAbout({ mark: { kind, because } }: { mark: Pick<GivenMark, 'kind' | 'because'> }) {
  return (
    <section aria-labelledby="how" className="grid gap-1">
      <h3 id="how" className="text-lg">
        How this mark came about
      </h3>
      {howItCameAbout(kind, because).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

function EarlierMarks({ marks, zone }: { marks: readonly EarlierMark[]; zone: string }) {
  return (
    <section aria-labelledby="earlier" className="grid gap-3 border-line border-t pt-4">
      <h3 id="earlier" className="text-lg">
        Earlier marks of this attempt
      </h3>
      <p className="text-ink-muted text-sm">They are no longer in force and are kept as they were.</p>
      {marks.map(({ kind, globalLevel, hasPassed, decidedAt }) => (
        <p key={decidedAt}>
          <Time value={decidedAt} zone={zone} />: global rating {globalLevel} of 7,{' '}
          <Status status={hasPassed ? 'passed' : 'not-yet'}>{hasPassed ? 'Passed' : 'Not passed yet'}</Status>{' '}
          {finalMarkWords[kind]}
        </p>
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

function CriticalErrors({ mark: { rubric, criticalErrors, markers } }: { mark: GivenMark }) {
  const seen = rubric.criticalErrors.filter(({ id }) => Object.hasOwn(criticalErrors, id))
  return seen.map(({ id, title, description }) => (
    <section key={id} className="border-critical border-t-2 pt-4">
      <h3 className="text-lg">
        <span className="text-critical">Critical error:</span> {title}
      </h3>
      <p className="mt-1 text-ink-muted text-sm">{description}</p>
      <Comments texts={distinct([criticalErrors[id], ...markers.map((marker) => marker.criticalErrors[id])])} />
    </section>
  ))
}
