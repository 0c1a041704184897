import { type ComponentProps, type SubmitEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Draft } from './use-draft.ts'

type DraftFormProps = ComponentProps<'form'> & { draft: Pick<Draft<never>, 'settle'> }

/**
 * A plain form that saves its draft before it is sent, so that what is handed in is what the server has seen last. While the
 * draft cannot be saved it is not sent, and says so. Without scripts it is a form like any other.
 */
export function DraftForm({ draft, children, ...form }: DraftFormProps) {
  const progress = useRef<'idle' | 'settling' | 'settled'>('idle')
  const [isHeldBack, setHeldBack] = useState(false)

  async function settleFirst(event: SubmitEvent<HTMLFormElement>) {
    if (progress.current === 'settled') return
    event.preventDefault()
    if (progress.current === 'settling') return
    const { currentTarget } = event
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent
    progress.current = 'settling'
    const isSettled = await draft.settle()
    // With nothing left to save this is still within the event, where browsers ignore a request to submit again.
    await new Promise((resolve) => setTimeout(resolve))
    // The form's fields have to show the version that was just saved before they are sent.
    flushSync(() => setHeldBack(!isSettled))
    progress.current = isSettled ? 'settled' : 'idle'
    if (isSettled) currentTarget.requestSubmit(submitter)
  }

  return (
    <form {...form} onSubmit={settleFirst}>
      <EnterSendsNothing />
      {children}
      {isHeldBack && (
        <div role="alert">
          <Notice kind="caution" title="Not sent yet">
            <p>
              Your work could not be saved first, so nothing was handed in. The line on saving says what is in the way.
            </p>
          </Notice>
        </div>
      )}
    </form>
  )
}
