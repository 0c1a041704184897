import type { KeyedAttemptPage } from '#app/features/assessment/view-attempt.server.ts'
import type { KeyedResult } from '#app/features/assessment/view-keyed-attempt.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { CodingResult } from './coding-result.tsx'
import { ConcordanceResult } from './concordance-result.tsx'
import { ModelDiscussion } from './feedback.tsx'
import { asPercent } from './figures.ts'
import { JudgementResult } from './judgement-result.tsx'

/** What was answered beside what the key says, the score first, and the discussion at the end. */
export function KeyedAttempt({ attempt, zone }: { attempt: KeyedAttemptPage; zone: string }) {
  const { keyed, submittedAt, discussionHtml } = attempt
  return (
    <>
      <section aria-labelledby="score" className="grid max-w-measure gap-4">
        <header className="flex flex-wrap items-baseline justify-between gap-3">
          <h2 id="score" className="text-2xl">
            Your score
          </h2>
          <ProvenanceTag provenance={keyed.provenance} />
        </header>
        <ScoreLine keyed={keyed} />
        {submittedAt && (
          <p className="text-ink-muted text-sm">
            Handed in on <Time value={submittedAt} zone={zone} style="date-time" />.
          </p>
        )}
      </section>
      <Comparison keyed={keyed} />
      {discussionHtml && <ModelDiscussion html={discussionHtml} />}
    </>
  )
}

/** The score in one line, or that it does not count and why. It is for practice: nothing is passed by it. */
function ScoreLine({ keyed: { share, provenance, comparison } }: { keyed: KeyedResult }) {
  const part = comparison.kind === 'annotate' ? comparison.f1 : comparison.mean
  if (share !== null)
    return (
      <p>
        <span className="font-serif text-3xl tabular-nums">{asPercent(share)}</span>{' '}
        <span className="text-ink-muted">
          of the full credit. It is for practice: nothing is passed or failed by it.
        </span>
      </p>
    )
  if (provenance === 'demo' && 'value' in part)
    return (
      <Notice kind="caution" title="This does not count">
        <p>
          The key is a demonstration that no expert panel has reviewed. You see it beside your answer to learn from;
          there is no score.
        </p>
      </Notice>
    )
  return <Notice title="There is no score">{'reason' in part && <p>{part.reason}</p>}</Notice>
}

function Comparison({ keyed: { comparison, provenance } }: { keyed: KeyedResult }) {
  if (comparison.kind === 'annotate') return <CodingResult result={comparison} provenance={provenance} />
  if (comparison.kind === 'script-concordance') return <ConcordanceResult result={comparison} provenance={provenance} />
  return <JudgementResult result={comparison} provenance={provenance} />
}
