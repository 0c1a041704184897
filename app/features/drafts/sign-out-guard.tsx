import { useEffect, useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { closes, Dialog, DialogActions } from '#app/ui/dialog.tsx'
import { copiesOf, forgetAccount } from './draft-store.ts'
import type { Draft } from './use-draft.ts'

const DIALOG = 'unsent-work'
const SIGN_OUT_FORM = 'form[action="/sign-out"]'

type SignOutGuardProps = { vault: { account: string }; draft?: Pick<Draft<never>, 'settle'> }

/** Before signing out, warns of work that only this browser has; whoever signs out in spite of it leaves nothing behind. */
export function SignOutGuard({ vault: { account }, draft }: SignOutGuardProps) {
  const form = useRef<HTMLFormElement | null>(null)
  const settle = draft?.settle

  useEffect(() => {
    async function guard(event: SubmitEvent) {
      if (!(event.target instanceof HTMLFormElement) || !event.target.matches(SIGN_OUT_FORM)) return
      event.preventDefault()
      form.current = event.target
      await settle?.()
      if (copiesOf(account).length === 0) return form.current.submit()
      const dialog = document.getElementById(DIALOG)
      if (dialog instanceof HTMLDialogElement) dialog.showModal()
    }
    document.addEventListener('submit', guard)
    return () => document.removeEventListener('submit', guard)
  }, [account, settle])

  function signOut() {
    forgetAccount(account)
    form.current?.submit()
  }

  return (
    <Dialog id={DIALOG} title="Some of your work has not been sent">
      <p>It is kept in this browser only. If you sign out now, it is deleted here and cannot be brought back.</p>
      <DialogActions>
        <Button type="button" variant="danger" onClick={signOut}>
          Delete it and sign out
        </Button>
        <Button {...closes(DIALOG)} variant="secondary">
          Stay signed in
        </Button>
      </DialogActions>
    </Dialog>
  )
}
