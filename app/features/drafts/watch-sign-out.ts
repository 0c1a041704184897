import { copiesOf, forgetAccount } from './draft-store.ts'

const SIGN_OUT_FORM = 'form[action="/sign-out"]'

type SignOut = {
  account: string
  /** The dialog that warns, with a button `[data-leave]` for those who go all the same. */
  dialogId: string
  /** Sends what can still be sent. */
  settle: (() => Promise<unknown>) | undefined
}

/**
 * Before signing out, warns of work that only this browser has; whoever signs out in spite of it leaves nothing behind. Until the
 * function that it gives is called.
 */
export function watchSignOut({ account, dialogId, settle }: SignOut): () => void {
  const stop = new AbortController()
  let form: HTMLFormElement | null = null

  async function guard(event: SubmitEvent) {
    const sent = event.target as HTMLFormElement
    if (!sent.matches(SIGN_OUT_FORM)) return
    event.preventDefault()
    form = sent
    await settle?.()
    if (copiesOf(account).length === 0) return sent.submit()
    document.querySelector<HTMLDialogElement>(`#${dialogId}`)?.showModal()
  }

  function leave({ target }: MouseEvent) {
    if (!(target as Element).closest(`#${dialogId} [data-leave]`)) return
    forgetAccount(account)
    form?.submit()
  }

  document.addEventListener('submit', guard, stop)
  document.addEventListener('click', leave, stop)
  return () => stop.abort()
}
