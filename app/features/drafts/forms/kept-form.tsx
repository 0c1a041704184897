import { useRouteLoaderData } from 'react-router'
import type { FormKind } from '#app/domain/draft.ts'
import { Button } from '#app/ui/button.tsx'
import { closes, Dialog, DialogActions } from '#app/ui/dialog.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { DraftVault } from '../draft-vault.server.ts'
import island from './kept-form.island.ts?worker&url'

/** What a page needs to keep what its reader writes: where in this browser, and how it tells times. */
export type Keeping = { vault: DraftVault; timeZone: string }

/** The frame of every page of somebody who is signed in. */
const FRAME = 'routes/app-layout/route'

type KeptFormProps = {
  form: FormKind
  /** What the form is about, as the address of its page names it. */
  subject: string
}

/**
 * Stands first in a plain form in which somebody writes at length: what is typed is kept as they type, and is there again when the page
 * is opened anew. Without scripts the form is as it was.
 */
export function KeptForm({ form, subject }: KeptFormProps) {
  const frame = useRouteLoaderData<{ keeping: Keeping }>(FRAME)
  if (!frame) return null
  const dialogId = `unsent-${form}-${subject.replaceAll(/[^\w-]/g, '-')}`
  return (
    <div
      data-kept-form={JSON.stringify({ kind: `forms/${form}`, subject, dialogId, ...frame.keeping })}
      hidden
      className="contents print:hidden"
    >
      <p
        data-kept="status"
        data-tone="calm"
        className="flex min-h-6 gap-2 text-ink-muted text-sm not-data-[tone=calm]:sticky not-data-[tone=calm]:top-14 not-data-[tone=calm]:z-10 not-data-[tone=calm]:bg-paper not-data-[tone=calm]:py-2 not-data-[tone=calm]:font-medium data-[tone=caution]:text-caution data-[tone=critical]:text-critical lg:top-0!"
      >
        <Icon name="pencil" className="mt-px size-5" />
        <span className="min-w-0">
          <span data-kept="passing" aria-hidden="true" />
          <span data-kept="line" role="status" />
          <span data-kept="sign-in" hidden>
            {' '}
            <a href="/sign-in" target="_blank" rel="noopener opener">
              Sign in again<span className="sr-only"> (opens in a new tab)</span>
            </a>{' '}
            and it will be sent.
          </span>
        </span>
      </p>
      <div data-kept="back" hidden className="grid justify-items-start gap-2 rounded-md bg-primary-soft p-4">
        <p data-kept="back-words" role="status" />
        <Button type="button" variant="secondary" data-kept="afresh">
          Start afresh
        </Button>
      </div>
      <section
        data-kept="other"
        hidden
        role="alert"
        tabIndex={-1}
        aria-label="Two versions of this"
        className="grid scroll-mt-24 gap-4 rounded-md bg-caution-soft p-4 sm:p-5"
      >
        <p className="font-semibold">Two versions of this</p>
        <p data-kept="other-words" />
        <dl data-kept="other-fields" className="grid gap-3 rounded-md border border-line bg-surface p-4" />
        <div className="flex flex-wrap gap-3">
          <Button type="button" variant="secondary" data-kept="mine">
            Go on with what stands below
          </Button>
          <Button type="button" variant="secondary" data-kept="theirs">
            Go on with this other version
          </Button>
        </div>
      </section>
      <div data-kept="held" hidden role="alert" tabIndex={-1} className="scroll-mt-24 rounded-md bg-caution-soft p-4">
        <p className="font-semibold">Not sent yet</p>
        <p>
          It could not be saved first: the line above says what is in the way. Press the button again to send it all the
          same.
        </p>
      </div>
      <Unsent id={dialogId} />
      <script type="module" src={island} />
    </div>
  )
}

/** What the script shows before whoever signs out loses what only this browser has. Not shared with `SignOutGuard`: pages that React takes over would load it by itself. */
const Unsent = ({ id }: { id: string }) => (
  <Dialog id={id} title="What you wrote has not been sent">
    <p>It is kept in this browser only. If you sign out now, it is deleted here and cannot be brought back.</p>
    <DialogActions>
      <Button type="button" variant="danger" data-leave>
        Delete it and sign out
      </Button>
      <Button {...closes(id)} variant="secondary">
        Stay signed in
      </Button>
    </DialogActions>
  </Dialog>
)
