import { DraftBar } from '#app/features/drafts/draft-bar.tsx'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import type { RefusedReflection } from '#app/features/portfolio/keep-reflection.server.ts'
import { REFLECTION_PROMPTS, type ReflectionDraft } from '#app/features/portfolio/reflection-draft.ts'
import type { ReflectionPage } from '#app/features/portfolio/view-reflections.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { RichTextField } from '#app/rich-text/rich-text-field.tsx'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ReflectionFrame } from './reflection-frame.tsx'
import { ReflectionToRead } from './reflection-to-read.tsx'

type ReflectionWriterProps = {
  page: ReflectionPage
  vault: { account: string; key: string }
  timeZone: string
  /** What came back when it could not be kept. */
  refused: RefusedReflection | undefined
  button: string
}

/** When, on what, under which title, and a place to write for each of the four prompts; the line on saving always in sight. */
export function ReflectionWriter({ page, vault, timeZone, refused, button }: ReflectionWriterProps) {
  const draft = useDraft<ReflectionDraft>({
    kind: 'reflection',
    subject: page.subject,
    saved: page.draft,
    initial: page.initial,
    typed: refused?.typed,
    newer: refused?.newer,
    vault,
    timeZone,
  })
  const fault = refused?.fault
  return (
    <div className="grid max-w-measure gap-8">
      <ErrorSummary title="It is not kept yet" errors={errorsOf(fault)} />
      <DraftCompare draft={draft} show={(body) => <ReflectionToRead documents={body} headingLevel={4} />} />
      <DraftBar draft={draft} />
      <DraftForm draft={draft} method="post" noValidate className="grid gap-10">
        <IdentifierReview fault={fault} />
        <input type="hidden" name="draftVersion" value={draft.version} />
        <input type="hidden" name="seenVersion" value={page.seenVersion} />
        <ReflectionFrame draft={draft} cases={page.cases} errors={fault?.errors ?? {}} />
        {REFLECTION_PROMPTS.map(({ id, label, help }) => (
          <RichTextField
            key={`${id} ${draft.generation}`}
            name={id}
            label={label}
            hint={help}
            errors={fault?.errors[id]}
            document={draft.body[id]}
            onChange={(document) => draft.change((body) => ({ ...body, [id]: document }))}
          />
        ))}
        <div className="flex flex-wrap gap-4">
          <Button name="intent" value="keep">
            {button}
          </Button>
          <noscript>
            <Button name="intent" value="save" variant="secondary">
              Save it for later
            </Button>
          </noscript>
        </div>
      </DraftForm>
      <SignOutGuard vault={vault} draft={draft} />
    </div>
  )
}
