import { useState } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { useHasScripts } from '#app/ui/use-has-scripts.ts'
import { COMPARE_ID } from './draft-compare.tsx'
import type { DraftState } from './draft-state.ts'
import { type StatusLine, statusLine } from './status-line.ts'

const looks: Record<StatusLine['tone'], { icon: IconName; look: string }> = {
  calm: { icon: 'check', look: 'text-ink-muted' },
  caution: { icon: 'caution', look: 'text-caution font-medium' },
  critical: { icon: 'error', look: 'text-critical font-medium' },
}

/**
 * Where the work on this page is, in one line. Screen readers hear what lasts, not every saving. Until the page has come to life
 * nothing is saved as somebody writes, and nothing is said.
 */
export function DraftStatus({ draft }: { draft: { state: DraftState<unknown>; timeZone: string } }) {
  const [now] = useState(() => new Date())
  const { tone, text, passing, asksToSignIn } = statusLine(draft.state, { timeZone: draft.timeZone, now })
  const { icon, look } = looks[tone]
  return (
    <div className={`flex min-h-6 gap-2 text-sm ${useHasScripts() ? look : 'invisible'}`}>
      <Icon name={passing ? 'pencil' : icon} className="mt-px size-5" />
      <div className="min-w-0">
        {passing && <span aria-hidden="true">{passing}</span>}
        {/* What day it is, a device with a wrong clock takes for another than the server: the page is no less the same page. */}
        <span role="status" className={passing ? 'sr-only' : undefined} suppressHydrationWarning>
          {text}
        </span>
        {asksToSignIn && <SignInAgain />}
        {draft.state.rivals.length > 0 && (
          <a href={`#${COMPARE_ID}`} className="ms-1">
            See both
          </a>
        )}
      </div>
    </div>
  )
}

function SignInAgain() {
  return (
    <>
      {' '}
      <a href="/sign-in" target="_blank" rel="noopener opener">
        Sign in again<span className="sr-only"> (opens in a new tab)</span>
      </a>{' '}
      and it will be sent.
    </>
  )
}
