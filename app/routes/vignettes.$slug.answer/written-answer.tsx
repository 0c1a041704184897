import type { ReactNode } from 'react'
import { type Answers, answerField, documentOf, type Prompt } from '#app/features/assessment/answers.ts'
import type { RefusedWritten } from '#app/features/assessment/refused-attempt.ts'
import type { WrittenPage } from '#app/features/assessment/view-answer-page.server.ts'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { DraftStatus } from '#app/features/drafts/draft-status.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import { RichTextField } from '#app/rich-text/rich-text-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { errorsOf, HandIn } from './hand-in.tsx'

type WrittenAnswerProps = {
  page: WrittenPage
  vault: { account: string; key: string }
  timeZone: string
  /** What came back when the answer could not be handed in. */
  refused: RefusedWritten | undefined
  /** The case, which stands beside the form on a wide page and above it on a narrow one. */
  children: ReactNode
}

/** One place to write for each prompt, the line on saving always in sight, and the declarations at the end. */
export function WrittenAnswer({ page, vault, timeZone, refused, children }: WrittenAnswerProps) {
  const { attempt, prompts, blank, draft: saved, closed } = page
  const draft = useDraft<Answers>({
    kind: 'answer',
    subject: attempt.id,
    saved,
    initial: blank,
    typed: refused && { ...blank, ...refused.typed },
    newer: refused?.newer,
    vault,
    timeZone,
  })
  const errors = refused?.errors ?? {}
  return (
    <div className="grid gap-8">
      <ErrorSummary
        title="Your answer has not been submitted"
        errors={Object.entries(errors).map(([id, message]) => ({ id, message }))}
      />
      <DraftCompare draft={draft} show={(answers) => <AnswersToRead prompts={prompts} answers={answers} />} />
      <div className="grid items-start gap-x-10 gap-y-section xl:grid-cols-2">
        {children}
        <section aria-label="Your answer" className="min-w-0">
          <div className="sticky top-0 z-10 mb-8 border-line border-b bg-paper py-2 print:hidden">
            <DraftStatus draft={draft} />
          </div>
          <DraftForm draft={draft} method="post" className="grid gap-10">
            <input type="hidden" name="attempt" value={attempt.id} />
            <input type="hidden" name="draftVersion" value={draft.version} />
            {prompts.map((prompt) => (
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
            <HandIn closed={closed} errors={errors} declared={refused?.declared ?? []} />
          </DraftForm>
        </section>
      </div>
      <SignOutGuard vault={vault} draft={draft} />
    </div>
  )
}

function AnswersToRead({ prompts, answers }: { prompts: readonly Prompt[]; answers: Answers }) {
  return prompts.map(({ id, label }) => {
    const document = documentOf(answers, id)
    return (
      <div key={id} className="mb-4">
        <h4 className="mb-1 font-sans font-semibold text-ink-muted text-sm">{label}</h4>
        {document && <RichText document={document} headingLevel={5} />}
      </div>
    )
  })
}
