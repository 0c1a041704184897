import type { ReactNode } from 'react'
import { DraftStatus } from './draft-status.tsx'
import type { Draft } from './use-draft.ts'

type DraftBarProps = {
  draft: Pick<Draft<unknown>, 'state' | 'timeZone'>
  /** Ways to other parts of a long page. */
  children?: ReactNode
}

/** The line on saving, in sight wherever one writes on the page. */
export const DraftBar = ({ draft, children }: DraftBarProps) => (
  <div className="draft-bar noscript:hidden sticky top-14 z-10 mb-6 flex items-baseline justify-between gap-4 border-line border-b bg-paper py-2 lg:top-0 print:hidden">
    <DraftStatus draft={draft} />
    {children}
  </div>
)
