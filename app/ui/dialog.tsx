import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** The attributes of a button that opens or closes a dialog by itself: `<Button type="button" {...opens('withdraw')}>`. */
export const opens = (dialogId: string) => ({ type: 'button', command: 'show-modal', commandfor: dialogId }) as const
export const closes = (dialogId: string) => ({ type: 'button', command: 'close', commandfor: dialogId }) as const

type DialogProps = {
  id: string
  title: string
  /** The form that it held came back with errors: it stands open in the page. */
  open?: boolean
  children: ReactNode
}

/** A native dialog: focus is kept inside, Escape and the close button leave it, focus goes back to what opened it. */
export function Dialog({ id, title, open = false, children }: DialogProps) {
  return (
    <dialog
      id={id}
      open={open}
      aria-labelledby={`${id}-title`}
      className="m-auto w-[calc(100%-2rem)] max-w-form rounded-lg border border-line-strong bg-surface p-5 text-ink backdrop:bg-[#081416]/55 open:grid open:gap-4 sm:p-7"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={`${id}-title`} className="pt-1.5 text-xl">
          {title}
        </h2>
        <button
          {...closes(id)}
          aria-label="Close"
          className="-me-2 grid size-11 shrink-0 place-content-center rounded-md hover:bg-sunk"
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}

/** The buttons at the foot of a dialog; the one that leaves everything as it is comes last in reading, first in sight. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-wrap justify-end gap-3">{children}</div>
}
