import type { ReactNode } from 'react'
import { Notice } from './notice.tsx'

/** What was done to a form that has come back unsent. Takes focus, so that whoever does not see it is told. */
export const CameBack = ({ title, children }: { title: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noAutofocus: the page has just come back with this, and without scripts nothing else moves focus to it
  <div tabIndex={-1} autoFocus>
    <Notice title={title}>
      <p>{children}</p>
    </Notice>
  </div>
)
