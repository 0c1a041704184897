import { type Answers, documentOf, gateOf } from '#app/features/assessment/answers.ts'
import type { Asked } from '#app/features/assessment/asked.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import { GateAnswer } from '#app/ui/gate-answer.tsx'

/** One of two versions of an answer, to be compared. */
export function AnswersToRead({ asked: { prompts, gate }, answers }: { asked: Asked; answers: Answers }) {
  return (
    <>
      {gate && <GateAnswer question={gate.question} choice={gateOf(answers)} />}
      {prompts.map(({ id, label }) => {
        const document = documentOf(answers, id)
        return (
          <div key={id} className="mb-4">
            <h4 className="mb-1 font-sans font-semibold text-ink-muted text-sm">{label}</h4>
            {document && <RichText document={document} headingLevel={5} />}
          </div>
        )
      })}
    </>
  )
}
