import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Answers, answerField, documentOf } from '#app/features/assessment/answers.ts'
import type { RefusedWritten } from '#app/features/assessment/refused-attempt.ts'
import type { WrittenPage } from '#app/features/assessment/view-answer-page.server.ts'
import { DraftBar } from '#app/features/drafts/draft-bar.tsx'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { RichTextField } from '#app/rich-text/rich-text-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { AnswersToRead } from './answers-to-read.tsx'
import { GateField } from './gate-field.tsx'
import { errorsOf, HandIn } from './hand-in.tsx'
import { Intervention } from './intervention.tsx'

type WrittenAnswerProps = {
  page: WrittenPage
  vault: { account: string; key: string }
  timeZone: string
  /** What came back when the answer could not be handed in. */
  refused: RefusedWritten | undefined
  /** The case, which stands beside the form on a wide page and above it on a narrow one. */
  children: ReactNode
}

/** The gate, one place to write for each prompt, the line on saving always in sight, and the declarations at the end. */
export function WrittenAnswer({ page, vault, timeZone, refused, children }: WrittenAnswerProps) {
  const { attempt, asked, blank, draft: saved, closed } = page
  const draft = useDraft<Answers>({
    kind: 'answer',
    subject: page.subject,
    saved,
    initial: blank,
    typed: refused && { ...blank, ...refused.typed },
    newer: refused?.newer,
    vault,
    timeZone,
  })
  const errors = refused?.errors ?? {}
  const { stage } = asked
  return (
    <div className="grid gap-8">
      <ErrorSummary
        title={stage ? 'Your answer has not been locked or submitted' : 'Your answer has not been submitted'}
        errors={Object.entries(errors).map(([id, message]) => ({ id, message }))}
      />
      <DraftCompare draft={draft} show={(answers) => <AnswersToRead asked={asked} answers={answers} />} />
      <div className="grid items-start gap-x-10 gap-y-section xl:grid-cols-2">
        {children}
        <section id="now" aria-label="Your answer" className="min-w-0">
          <DraftBar draft={draft}>
            {page.case.transcript.length > 0 && (
              // By the router, which goes back to where one wrote; it need not ask the server for routes, which answers nobody.
              <Link
                to="#transcript"
                discover="none"
                className="inline-flex min-h-6 shrink-0 items-center text-sm xl:hidden"
              >
                Transcript
              </Link>
            )}
          </DraftBar>
          {stage && (
            <p className="mb-6 font-medium">
              Part {stage.at + 1} of {stage.of}
            </p>
          )}
          <DraftForm draft={draft} method="post" className="grid gap-10">
            <input type="hidden" name="attempt" value={attempt.id} />
            <input type="hidden" name="draftVersion" value={draft.version} />
            {stage && <input type="hidden" name="stage" value={stage.at} />}
            {asked.gate && <GateField question={asked.gate.question} draft={draft} errors={errors} />}
            <Intervention text={page.case} />
            {asked.prompts.map((prompt) => (
              <RichTextField
                key={`${prompt.id} ${draft.generation}`}
                name={answerField.answer(prompt.id)}
                label={prompt.label}
                hint={prompt.help}
                words={prompt.words}
                errors={errorsOf(errors, answerField.answer(prompt.id))}
                document={documentOf(draft.body, prompt.id) ?? plainDocument('')}
                onChange={(document) => draft.change((answers) => ({ ...answers, [prompt.id]: document }))}
              />
            ))}
            <HandIn
              closed={closed}
              asked={asked}
              errors={errors}
              declared={refused?.declared ?? []}
              isNamed={refused?.isNamed ?? false}
            />
          </DraftForm>
        </section>
      </div>
      <SignOutGuard vault={vault} draft={draft} />
    </div>
  )
}
