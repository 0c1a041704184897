import { Tag } from '#app/ui/tag.tsx'

type Choice = 'go-on' | 'step-back'

export const gateWords: Record<Choice, string> = {
  'go-on': 'Go on with the six steps',
  'step-back': 'Step back to validation first',
}

type GateAnswerProps = {
  question: string
  /** Undefined where nothing was chosen. */
  choice: Choice | undefined
  /** What the authors think, and why: for whoever marks, and for the trainee once the feedback is there. */
  authors?: { answer: Choice; because: string } | undefined
}

/** What was chosen before the six steps, beside what the authors would choose where that may be shown. */
export function GateAnswer({ question, choice, authors }: GateAnswerProps) {
  return (
    <div className="grid max-w-measure gap-2">
      <p className="text-ink-muted">{question}</p>
      <p>
        <span className="font-medium">Chosen:</span> {choice ? gateWords[choice] : 'nothing'}
        {authors && choice && (
          <span className="ms-2">
            <Tag tone={choice === authors.answer ? 'positive' : 'caution'}>
              {choice === authors.answer ? 'As the authors would' : 'The authors would not'}
            </Tag>
          </span>
        )}
      </p>
      {authors && (
        <p>
          <span className="font-medium">The authors:</span> {gateWords[authors.answer]}. {authors.because}
        </p>
      )}
    </div>
  )
}
