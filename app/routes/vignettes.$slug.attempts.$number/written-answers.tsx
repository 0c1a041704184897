import type { WrittenAttemptPage } from '#app/features/assessment/view-attempt.server.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import { GateAnswer } from '#app/ui/gate-answer.tsx'
import { Time } from '#app/ui/time.tsx'

/** The answer as it was handed in, and what was declared with it. */
export function WrittenAnswers({ attempt, zone }: { attempt: WrittenAttemptPage; zone: string }) {
  const { answers, gate, declaration, submittedAt } = attempt
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
        {answers.map(({ id, label, help, document }) => (
          <section key={id} aria-labelledby={`answer-${id}`}>
            <h3 id={`answer-${id}`} className="text-lg">
              {label}
            </h3>
            <p className="mb-3 max-w-measure text-ink-muted text-sm">{help}</p>
            <RichText document={document} headingLevel={4} />
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
