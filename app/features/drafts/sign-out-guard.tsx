import { useEffect } from 'react'
import { Button } from '#app/ui/button.tsx'
import { closes, Dialog, DialogActions } from '#app/ui/dialog.tsx'
import type { Draft } from './use-draft.ts'
import { watchSignOut } from './watch-sign-out.ts'

const DIALOG = 'unsent-work'

type SignOutGuardProps = { vault: { account: string }; draft?: Pick<Draft<never>, 'settle'> }

/** Before signing out, warns of work that only this browser has; whoever signs out in spite of it leaves nothing behind. */
export function SignOutGuard({ vault: { account }, draft }: SignOutGuardProps) {
  const settle = draft?.settle
  useEffect(() => watchSignOut({ account, dialogId: DIALOG, settle }), [account, settle])
  return (
    <Dialog id={DIALOG} title="Some of your work has not been sent">
      <p>It is kept in this browser only. If you sign out now, it is deleted here and cannot be brought back.</p>
      <DialogActions>
        <Button type="button" variant="danger" data-leave>
          Delete it and sign out
        </Button>
        <Button {...closes(DIALOG)} variant="secondary">
          Stay signed in
        </Button>
      </DialogActions>
    </Dialog>
  )
}
