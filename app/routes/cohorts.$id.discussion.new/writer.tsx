import type { ReactNode } from 'react'
import type { RefusedWriting, WritingPage, Written } from '#app/features/discussion/written.ts'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { DraftStatus } from '#app/features/drafts/draft-status.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import { RichTextField } from '#app/rich-text/rich-text-field.tsx'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type WriterProps = {
  kind: 'announcement' | 'thread' | 'post' | 'question'
  page: WritingPage
  vault: { account: string; key: string }
  timeZone: string
  hasTitle: boolean
  /** What came back when it could not be sent. */
  refused: RefusedWriting | undefined
  button: string
  /** What is asked besides. */
  children?: ReactNode
}

/** A title, where there is one, and a place to write for one's cohort; the line on saving stands above. */
export function Writer({ kind, page, hasTitle, refused, button, children, ...rest }: WriterProps) {
  const draft = useDraft<Written>({
    kind,
    subject: page.subject,
    saved: page.draft,
    initial: page.initial,
    typed: refused?.typed,
    newer: refused?.newer,
    ...rest,
  })
  const fault = refused?.fault
  return (
    <div className="grid max-w-measure gap-8">
      <ErrorSummary title="It is not sent yet" errors={errorsOf(fault)} />
      <DraftCompare draft={draft} show={(body) => <ToRead {...body} />} />
      <div className="noscript:hidden border-line border-b pb-2">
        <DraftStatus draft={draft} />
      </div>
      <DraftForm draft={draft} method="post" className="grid gap-8">
        <IdentifierReview fault={fault} />
        <input type="hidden" name="draftVersion" value={draft.version} />
        {hasTitle && (
          <TextField
            key={draft.generation}
            name="title"
            label="Title"
            maxLength={120}
            defaultValue={draft.body.title}
            onChange={({ currentTarget: { value } }) => draft.change((body) => ({ ...body, title: value }))}
            errors={fault?.errors.title}
            required
          />
        )}
        <RichTextField
          key={`text ${draft.generation}`}
          name="text"
          label={kind === 'question' ? 'Your question' : 'Text'}
          hint="Leave out whatever tells who a patient is: here you write to colleagues, not in notes."
          errors={fault?.errors.text}
          document={draft.body.text}
          onChange={(text) => draft.change((body) => ({ ...body, text }))}
        />
        {children}
        <Button className="justify-self-start">{button}</Button>
      </DraftForm>
      <SignOutGuard vault={rest.vault} draft={draft} />
    </div>
  )
}

const ToRead = ({ title, text }: Written) => (
  <div className="grid gap-2">
    {title && <p className="font-medium">{title}</p>}
    <RichText document={text} headingLevel={4} />
  </div>
)
