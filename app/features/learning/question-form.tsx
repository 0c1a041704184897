import { Button } from '#app/ui/button.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { AnswerField } from './answer-field.tsx'
import type { TypedAnswer } from './answer-fields.server.ts'
import type { OpenQuestion } from './question-view.ts'

type QuestionFormProps = {
  question: OpenQuestion
  action: string
  /** What is sent beside the answer. */
  hidden: Record<string, string>
  refused: { fault: string; typed: TypedAnswer } | undefined
}

/** One question, waiting for an answer. */
export function QuestionForm({ question, action, hidden, refused }: QuestionFormProps) {
  const { id, remark, panel, earlier, print } = question
  return (
    <form method="post" action={action} className="grid gap-5">
      {Object.entries({ ...hidden, question: id, print }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {earlier && (
        <p className="border-accent border-s-2 ps-4 text-sm">
          {earlier.isCorrect
            ? 'This question was corrected after you answered it. Your answer was right then, and counts as right until you give another.'
            : 'This question was corrected after you answered it. Your answer was not right then, and counts as such until you give another.'}
        </p>
      )}
      <AnswerField question={question} errors={refused ? [refused.fault] : []} typed={refused?.typed} />
      {panel && <ProvenanceTag provenance={panel} />}
      {remark && <p className="text-ink-muted text-sm">{remark}</p>}
      <Button variant="secondary" className="justify-self-start">
        Check my answer
      </Button>
    </form>
  )
}
