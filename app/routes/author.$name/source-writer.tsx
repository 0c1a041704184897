import { Comparison } from '#app/features/authoring/comparison.tsx'
import { FindingList } from '#app/features/authoring/finding-list.tsx'
import type { FilePage } from '#app/features/authoring/view-file.server.ts'
import type { RefusedSource, WrittenText } from '#app/features/authoring/written-source.ts'
import { DraftBar } from '#app/features/drafts/draft-bar.tsx'
import { DraftCompare } from '#app/features/drafts/draft-compare.tsx'
import { DraftForm } from '#app/features/drafts/draft-form.tsx'
import { SignOutGuard } from '#app/features/drafts/sign-out-guard.tsx'
import { type Draft, useDraft } from '#app/features/drafts/use-draft.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ShownSource } from './check-and-show.server.ts'

type SourceWriterProps = {
  page: FilePage
  vault: { account: string; key: string }
  timeZone: string
  answer: { refused: RefusedSource } | { shown: ShownSource } | undefined
}

/** The text of a file, what is wrong with it beside it, and below what it changes and how it is read. */
export function SourceWriter({ page, vault, timeZone, answer }: SourceWriterProps) {
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  const shown = answer && 'shown' in answer ? answer.shown : undefined
  const draft = useDraft<WrittenText>({
    kind: 'source',
    subject: page.subject,
    saved: page.draft,
    initial: { text: page.text, base: page.number, reason: '' },
    typed: refused?.typed ?? shown?.typed,
    newer: refused?.newer,
    vault,
    timeZone,
  })
  const isOvertaken = draft.body.base !== page.number
  return (
    <>
      <ErrorSummary title="Nothing is published yet" errors={errorsOf(refused?.fault)} />
      {shown && <NothingAtFault shown={shown} />}
      {isOvertaken && (
        <Notice kind="caution" title={`Version ${page.number} was published since you began`}>
          <p>
            What you wrote goes on from version {draft.body.base}. Check it to see what differs from what is published
            now.
          </p>
        </Notice>
      )}
      <DraftCompare draft={draft} show={({ text }) => <pre className="source-text">{text}</pre>} />
      <DraftForm draft={draft} method="post" className="grid gap-6">
        <DraftBar draft={draft} />
        <input type="hidden" name="draftVersion" value={draft.version} />
        <input type="hidden" name="base" value={draft.body.base} />
        <div className={refused?.findings.length ? 'grid items-start gap-6 lg:grid-cols-[1fr_20rem]' : undefined}>
          {refused && refused.findings.length > 0 && (
            <div className="lg:sticky lg:top-16 lg:order-last">
              <FindingList
                findings={refused.findings}
                path={page.path}
                text={refused.typed.text}
                field={{ id: 'text', goTo: goToLine }}
              />
            </div>
          )}
          <SourceField draft={draft} errors={refused?.fault.errors.text} />
        </div>
        <div className="grid max-w-form gap-5">
          <Button variant="secondary" name="intent" value="check" className="justify-self-start">
            Check and preview
          </Button>
          <TextField
            key={draft.generation}
            name="reason"
            label="What changes, and why"
            hint="Stands in the history of this text."
            maxLength={500}
            defaultValue={draft.body.reason}
            onChange={({ currentTarget: { value } }) => draft.change((body) => ({ ...body, reason: value }))}
            errors={refused?.fault.errors.reason}
          />
          <Button name="intent" value="publish" className="justify-self-start">
            Publish as a new version
          </Button>
          <Folded title="Go back to what is published" isOpen={false}>
            <p className="mb-3">What you wrote here since is gone, and cannot be brought back.</p>
            <Button variant="danger" name="intent" value="discard">
              Throw it away
            </Button>
          </Folded>
        </div>
      </DraftForm>
      {shown && (
        <Comparison
          id="differs"
          title="What you change"
          differs={shown.differs}
          nothing="It says what is published already."
        />
      )}
      {shown?.previewHtml && <Preview html={shown.previewHtml} />}
      <SignOutGuard vault={vault} draft={draft} />
    </>
  )
}

const SourceField = ({ draft, errors }: { draft: Draft<WrittenText>; errors: readonly string[] | undefined }) => (
  <TextArea
    key={draft.generation}
    name="text"
    label="Text of the file"
    errors={errors}
    rows={28}
    spellCheck
    defaultValue={draft.body.text}
    onChange={({ currentTarget: { value } }) => draft.change((body) => ({ ...body, text: value }))}
    source
  />
)

/** Puts the cursor on a line of the text, and the line in sight. */
function goToLine(line: number) {
  const area = document.getElementById('text')
  if (!(area instanceof HTMLTextAreaElement)) return
  const lines = area.value.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
  area.focus()
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
}

const NothingAtFault = ({ shown: { openPoints, previewHtml } }: { shown: ShownSource }) => (
  <Notice kind="positive" title="Nothing is at fault">
    <p>
      It is not published yet. Below the text: <a href="#differs">what you change</a>
      {previewHtml && (
        <>
          {' and '}
          <a href="#preview">how it is read</a>
        </>
      )}
      .
    </p>
    {openPoints.length > 0 && <p>It has points to confirm still: {openPoints.length}.</p>}
  </Notice>
)

const Preview = ({ html }: { html: string }) => (
  <section aria-labelledby="preview" className="grid gap-6 border-line border-t pt-8">
    <h2 id="preview" className="text-2xl">
      As it is read
    </h2>
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by preview-of.server.tsx from checked texts, which let no raw HTML pass */}
    <div dangerouslySetInnerHTML={{ __html: html }} />
  </section>
)
