import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { formatTime } from '#app/ui/time.tsx'
import { useHasScripts } from '#app/ui/use-has-scripts.ts'
import type { Rival } from './draft-state.ts'
import type { Draft } from './use-draft.ts'

type DraftCompareProps<Body> = {
  draft: Draft<Body>
  /** How a text is shown for reading. */
  show: (body: Body) => ReactNode
}

/** Where the comparison stands on its page: the line on saving leads there. */
export const COMPARE_ID = 'two-versions'

/** Two texts side by side, for the person to choose. Draws nothing while there is only one. */
export function DraftCompare<Body>({ draft, show }: DraftCompareProps<Body>) {
  const [rival] = draft.state.rivals
  if (!rival) return null
  return (
    <section
      id={COMPARE_ID}
      aria-labelledby={`${COMPARE_ID}-title`}
      role="alert"
      className="grid gap-4 rounded-md bg-caution-soft p-4 sm:p-5"
    >
      <div className="grid max-w-measure gap-1">
        <h2 id={`${COMPARE_ID}-title`} className="text-xl">
          Two versions of this
        </h2>
        <p>{explanation(rival)} Nothing has been overwritten: read both, then choose which one goes on.</p>
        <noscript>
          <p>What stands in the form below goes on when you send it again.</p>
        </noscript>
      </div>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Version title="On this page" choose={draft.keepMine} label="Go on with this page’s version">
          {show(draft.body)}
        </Version>
        <Version title={titleOf(rival, draft.timeZone)} choose={draft.takeOther} label="Go on with this other version">
          {show(rival.body)}
        </Version>
      </div>
    </section>
  )
}

const explanation = ({ from }: Rival<unknown>) =>
  from === 'server'
    ? 'While this page was open, another version was saved from another window or device.'
    : 'This browser also kept a version that was never saved.'

const titleOf = ({ from, writtenAt }: Rival<unknown>, timeZone: string) =>
  `${from === 'server' ? 'Saved elsewhere' : 'Kept in this browser'}, ${formatTime(writtenAt, timeZone, 'date-time')}`

type VersionProps = { title: string; label: string; choose: () => void; children: ReactNode }

function Version({ title, label, choose, children }: VersionProps) {
  return (
    <div className="grid gap-3 rounded-md border border-line bg-surface p-4">
      <h3 className="text-lg">{title}</h3>
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is long scrolls by itself, which the keyboard must be able to do
        tabIndex={0}
        className="max-h-96 overflow-y-auto"
      >
        {children}
      </section>
      {/* Without scripts the form below is what goes on when it is sent again. */}
      {useHasScripts() && (
        <Button type="button" variant="secondary" onClick={choose}>
          {label}
        </Button>
      )}
    </div>
  )
}
