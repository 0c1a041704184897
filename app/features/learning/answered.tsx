import { StatusMark } from '#app/ui/status-mark.tsx'
import { Status } from '#app/ui/tag.tsx'
import type { AnsweredOption, AnsweredQuestion } from './question-view.ts'

type AnsweredProps = {
  question: AnsweredQuestion
  /** Of the question: 2 where it has the page to itself. */
  headingLevel?: 2 | 3
}

/** A question as it was answered, with what there is to say on every option. */
export function Answered({ question, headingLevel = 3 }: AnsweredProps) {
  const { kind, prompt, isCorrect, explanation, options } = question
  const Heading = `h${headingLevel}` as const
  const List = kind === 'order' ? 'ol' : 'ul'
  return (
    <div className="grid gap-5">
      <div className="grid justify-items-start gap-2">
        <Heading className="font-medium font-sans text-base">{prompt}</Heading>
        <Status status={isCorrect ? 'met' : 'not-yet'}>{isCorrect ? 'Right' : 'Not quite'}</Status>
      </div>
      <List className="grid gap-4">
        {options.map((option, index) => (
          <li key={option.id} className="grid grid-cols-[1.5rem_1fr] gap-3">
            <StatusMark
              status={option.isRight ? 'met' : option.isChosen ? 'revoked' : 'not-begun'}
              className={`mt-1 size-5 ${option.isRight ? 'text-positive' : option.isChosen ? 'text-critical' : 'text-line-strong'}`}
            />
            <div className="grid gap-0.5">
              <p className={option.isChosen ? 'font-medium' : undefined}>{option.text}</p>
              <p className="text-ink-muted text-sm">
                <b className="font-medium text-ink">{verdict(kind, option, index)}</b> {option.feedback}
              </p>
            </div>
          </li>
        ))}
      </List>
      <p className="border-accent border-s-2 ps-4">{explanation}</p>
    </div>
  )
}

/** What is said of an option before its feedback: whose it is, and whether it is right. */
function verdict(
  kind: AnsweredQuestion['kind'],
  { isChosen, isRight, position }: AnsweredOption,
  index: number,
): string {
  if (position !== undefined)
    return isRight ? `In its place, ${position}.` : `You put it at ${index + 1}; it stands at ${position}.`
  if (isChosen) return isRight ? 'Your answer, and right.' : 'Your answer, and not right.'
  if (!isRight) return ''
  return kind === 'single' ? 'The right answer.' : 'Right, and left out.'
}
