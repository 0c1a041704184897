import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { DraftStatus } from '#app/features/drafts/draft-status.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { useDraft } from '#app/features/drafts/use-draft.ts'
import type { RefusedNote } from '#app/features/learning/notes/keep-note.server.ts'
import type { NoteDraft } from '#app/features/learning/notes/note-draft.ts'
import type { NotePage } from '#app/features/learning/notes/view-note.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import { RichTextField } from '#app/rich-text/rich-text-field.tsx'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

type NoteWriterProps = {
  page: NotePage
  vault: { account: string; key: string }
  timeZone: string
  /** What came back when it could not be kept. */
  refused: RefusedNote | undefined
}

export function NoteWriter({ page, vault, timeZone, refused }: NoteWriterProps) {
  const draft = useDraft<NoteDraft>({
    kind: 'note',
    subject: page.id,
    saved: page.draft,
    initial: page.initial,
    typed: refused?.typed,
    newer: refused?.newer,
    vault,
    timeZone,
  })
  const fault = refused?.fault
  return (
    <div className="grid gap-5">
      <ErrorSummary title="It is not kept yet" errors={errorsOf(fault)} />
      <DraftCompare draft={draft} show={({ note }) => <RichText document={note} headingLevel={4} />} />
      <DraftForm draft={draft} method="post" className="grid gap-5">
        <IdentifierReview fault={fault} />
        <input type="hidden" name="draftVersion" value={draft.version} />
        <input type="hidden" name="seenVersion" value={page.seenVersion} />
        <RichTextField
          key={draft.generation}
          name="note"
          label="Your note"
          errors={fault?.errors.note}
          document={draft.body.note}
          onChange={(note) => draft.change((body) => ({ ...body, note }))}
        />
        <div className="noscript:hidden">
          <DraftStatus draft={draft} />
        </div>
        <div>
          <Button name="intent" value="keep">
            Keep this note
          </Button>
        </div>
      </DraftForm>
      <SignOutGuard vault={vault} draft={draft} />
    </div>
  )
}
