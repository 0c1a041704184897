import { inNumber } from '#app/domain/wording.ts'
import type { TypedAnswer } from '#app/features/learning/answer-fields.server.ts'
import { Answered } from '#app/features/learning/answered.tsx'
import { questionAnchor } from '#app/features/learning/place.ts'
import { QuestionForm } from '#app/features/learning/question-form.tsx'
import type { QuestionView } from '#app/features/learning/question-view.ts'
import { LinkButton } from '#app/ui/link-button.tsx'

/** An answer that could not be taken, as it was typed. */
export type Refused = { question: string; fault: string; typed: TypedAnswer }

type QuestionsProps = { questions: readonly QuestionView[]; path: string; refused?: Refused | undefined }

/** The questions on a lesson. Answering is for oneself: every option says what there is to say on it. */
export function Questions({ questions, path, refused }: QuestionsProps) {
  return (
    <section aria-labelledby="questions" className="max-w-measure">
      <h2 id="questions" className="pb-2 text-2xl">
        {inNumber(questions.length, { one: 'A question', other: 'Questions' })}
      </h2>
      <p className="pb-6 text-ink-muted print:hidden">
        From memory, without looking back. You can answer as often as you like; your last answer counts.
      </p>
      {questions.map((question) => {
        const isRefused = refused?.question === question.id
        return (
          <div key={question.id} id={questionAnchor(question.id)} className="question border-line border-t py-8">
            {question.isAnswered ? (
              <div className="grid gap-5">
                <Answered question={question} />
                <TryAgain question={question} />
              </div>
            ) : (
              <QuestionForm
                question={question}
                action={`${path}?again=${question.id}#${questionAnchor(question.id)}`}
                hidden={{ intent: 'answer' }}
                refused={isRefused ? refused : undefined}
              />
            )}
          </div>
        )
      })}
    </section>
  )
}

function TryAgain({ question: { id, prompt } }: { question: QuestionView }) {
  return (
    <LinkButton
      variant="quiet"
      href={`?again=${id}#${questionAnchor(id)}`}
      className="needs-network justify-self-start"
      aria-label={`Try again: ${prompt}`}
    >
      Try again
    </LinkButton>
  )
}
