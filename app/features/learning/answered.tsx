import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { StatusMark } from '#app/ui/status-mark.tsx'
import { Status } from '#app/ui/tag.tsx'
import { QuestionStem } from './question-stem.tsx'
import type { AnsweredQuestion } from './question-view.ts'

type AnsweredProps = {
  question: AnsweredQuestion
  /** Of the question: 2 where it has the page to itself. */
  headingLevel?: 2 | 3
}

/** A question as it was answered, with what there is to say on every option. */
export function Answered({ question, headingLevel = 3 }: AnsweredProps) {
  const { stem, prompt, isCorrect, outcome, explanation, remark, panel, options } = question
  const Heading = `h${headingLevel}` as const
  const List = stem.kind === 'order' ? 'ol' : 'ul'
  return (
    <div className="grid gap-5">
      <div className="grid justify-items-start gap-2">
        <Heading className="font-medium font-sans text-base">{prompt}</Heading>
        <QuestionStem stem={stem} />
        <Status status={isCorrect ? 'met' : 'not-yet'}>{outcome}</Status>
      </div>
      <List className="grid gap-4">
        {options.map(({ id, text, verdict, feedback, isChosen, isRight }) => (
          <li key={id} className="grid grid-cols-[1.5rem_1fr] gap-3">
            <StatusMark
              status={isRight ? 'met' : isChosen ? 'revoked' : 'not-begun'}
              className={`mt-1 size-5 ${isRight ? 'text-positive' : isChosen ? 'text-critical' : 'text-line-strong'}`}
            />
            <div className="grid gap-0.5">
              <p className={isChosen ? 'font-medium' : undefined}>{text}</p>
              <p className="text-ink-muted text-sm">
                <b className="font-medium text-ink">{verdict}</b> {feedback}
              </p>
            </div>
          </li>
        ))}
      </List>
      <p className="border-accent border-s-2 ps-4">{explanation}</p>
      {panel && <ProvenanceTag provenance={panel} />}
      {remark && <p className="text-ink-muted text-sm">{remark}</p>}
    </div>
  )
}
