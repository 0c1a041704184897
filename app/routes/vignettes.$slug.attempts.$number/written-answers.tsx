import type { WrittenAttemptPage } from '#app/features/assessment/view-attempt.server.ts'
import { AnnotatedDocument } from '#app/rich-text/annotated-document.tsx'
import { GateAnswer } from '#app/ui/gate-answer.tsx'
import { Time } from '#app/ui/time.tsx'

/** The answer as it was handed in, with the markers' comments at its passages, and what was declared with it. */
export function WrittenAnswers({ attempt, zone }: { attempt: WrittenAttemptPage; zone: string }) {
  const { gate, declaration, submittedAt } = attempt
  return (
    <section aria-labelledby="answer">
      <h2 id="answer" className="mb-6 text-2xl">
        What you wrote
      </h2>
      <div className="grid gap-8">
        {gate && (
          <section aria-labelledby="gate">
            <h3 id="gate" className="mb-2 text-lg">
              Would you go on?
            </h3>
            <GateAnswer question={gate.question} choice={gate.choice} authors={gate.authors} />
          </section>
        )}
        {withNotes(attempt).map(({ id, label, help, ...written }) => (
          <section key={id} aria-labelledby={`answer-${id}`}>
            <h3 id={`answer-${id}`} className="text-lg">
              {label}
            </h3>
            <p className="mb-3 max-w-measure text-ink-muted text-sm">{help}</p>
            <AnnotatedDocument id={id} headingLevel={4} {...written} />
          </section>
        ))}
      </div>
      {declaration && submittedAt && (
        <p className="mt-8 max-w-measure text-ink-muted text-sm">
          Declared on <Time value={submittedAt} zone={zone} style="date-time" />: “{declaration}”
        </p>
      )}
    </section>
  )
}

/** Each answer with the comments on its passages, numbered through all of them. */
function withNotes({ answers, feedback }: Pick<WrittenAttemptPage, 'answers' | 'feedback'>) {
  let firstNumber = 1
  return answers.map((answer) => {
    const notes = (feedback?.mark?.notes[answer.id] ?? []).map(({ about, ...note }) => ({ ...note, label: about }))
    const numbered = { ...answer, notes, firstNumber }
    firstNumber += notes.length
    return numbered
  })
}
