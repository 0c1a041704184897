import type { FormEvent } from 'react'
import type { KeyedAnswers } from '#app/domain/keyed/answers.ts'
import { readKeyedFields } from '#app/domain/keyed/read-answers.ts'
import type { RefusedKeyed } from '#app/features/assessment/refused-attempt.ts'
import type { KeyedPage } from '#app/features/assessment/view-answer-page.server.ts'
import { DraftBar } from '#app/features/drafts/draft-bar.tsx'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import { AnswersToRead } from '#app/features/keyed/answers-to-read.tsx'
import { faultsByItem } from '#app/features/keyed/faults-by-item.ts'
import { KeyedFields } from '#app/features/keyed/keyed-fields.tsx'
import { textFieldsOf } from '#app/features/keyed/text-fields.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'

type KeyedAnswerProps = {
  page: KeyedPage
  vault: { account: string; key: string }
  timeZone: string
  refused: RefusedKeyed | undefined
}

/** What led here, and what is asked, one below the other; the line on saving always in sight. */
export function KeyedAnswer({ page, vault, timeZone, refused }: KeyedAnswerProps) {
  const { attempt, closed, keyed } = page
  const { question } = keyed
  const draft = useDraft<KeyedAnswers>({
    kind: 'answer',
    subject: attempt.id,
    saved: keyed.draft,
    initial: keyed.blank,
    typed: refused?.typed ?? undefined,
    newer: refused?.newer,
    vault,
    timeZone,
  })
  const errors = refused?.errors ?? {}
  const keep = (event: FormEvent<HTMLFormElement>) => {
    const { answers } = readKeyedFields(question, textFieldsOf(event.currentTarget))
    if (answers) draft.change(answers)
  }
  return (
    <div className="grid gap-8">
      <ErrorSummary title="Your answer has not been handed in" errors={faultsByItem(question, errors)} />
      <DraftCompare draft={draft} show={(answers) => <AnswersToRead question={question} answers={answers} />} />
      <section aria-labelledby="situation">
        <h2 id="situation" className="mb-4 text-2xl">
          Situation
        </h2>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: page.case.situationHtml }} />
      </section>
      <section aria-labelledby="your-answer" className="min-w-0">
        <h2 id="your-answer" className="mb-2 text-2xl">
          Your answer
        </h2>
        <DraftBar draft={draft} />
        <DraftForm key={draft.generation} draft={draft} method="post" onChange={keep} className="grid gap-12">
          <input type="hidden" name="attempt" value={attempt.id} />
          <input type="hidden" name="draftVersion" value={draft.version} />
          <KeyedFields question={question} answers={draft.body} onChange={draft.change} errors={errors} />
          <KeyedHandIn closed={closed} />
        </DraftForm>
      </section>
      <SignOutGuard vault={vault} draft={draft} />
    </div>
  )
}

/** Nothing is declared: there are no words of one's own in it. */
function KeyedHandIn({ closed }: { closed: string | null }) {
  if (closed)
    return (
      <Notice kind="caution" title={closed}>
        <p>What you chose is still here. Your training lead can tell you whether there is another date.</p>
      </Notice>
    )
  return (
    <div className="grid gap-4 border-line border-t pt-6">
      <div className="flex flex-wrap items-center gap-4">
        <Button name="intent" value="submit">
          Hand in and compare
        </Button>
        <noscript>
          <Button name="intent" value="save" variant="secondary" formNoValidate>
            Save it for later
          </Button>
        </noscript>
      </div>
      <p className="max-w-measure text-ink-muted text-sm">
        It is compared with the key at once, and you see both side by side. What is handed in cannot be changed.
      </p>
    </div>
  )
}
