import { useEffect } from 'react'
import { UnsentDialog } from '#app/ui/dialog.tsx'
import type { Draft } from './use-draft.ts'
import { watchSignOut } from './watch-sign-out.ts'

const DIALOG = 'unsent-work'

type SignOutGuardProps = { vault: { account: string }; draft?: Pick<Draft<never>, 'settle'> }

/** Before signing out, warns of work that only this browser has; whoever signs out in spite of it leaves nothing behind. */
export function SignOutGuard({ vault: { account }, draft }: SignOutGuardProps) {
  const settle = draft?.settle
  useEffect(() => watchSignOut({ account, dialogId: DIALOG, settle }), [account, settle])
  return <UnsentDialog id={DIALOG} />
}
