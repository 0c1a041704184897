import { useState } from 'react'
import { MARKING_KEYS } from '#app/domain/marking-keys.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog, opens } from '#app/ui/dialog.tsx'
import { postAside } from './post-aside.ts'

export const KEYS_ID = 'marking-keys'

/** Leads to the keys also where they are switched off. Without scripts there are none. */
export const KeysButton = () => (
  <button {...opens(KEYS_ID)} className="min-h-8 shrink-0 px-2 text-primary text-sm noscript:hidden">
    <span className="underline decoration-primary/40 underline-offset-4">Keys</span> <kbd className="key">?</kbd>
  </button>
)

type KeysProps = {
  areOn: boolean
  switchKeys: (areOn: boolean) => void
  isForScripts: boolean
}

/** What the single keys do, and the switch for them (WCAG 2.1.4). */
export function KeysDialog({ areOn, switchKeys, isForScripts }: KeysProps) {
  const [hasFailed, setHasFailed] = useState(false)
  const keys = MARKING_KEYS.filter(({ isOfScripts }) => isForScripts || !isOfScripts)

  async function change() {
    const isTaken = await postAside('/settings/keyboard', areOn ? {} : { letterKeys: 'on' })
    setHasFailed(!isTaken)
    if (isTaken) switchKeys(!areOn)
  }

  return (
    <Dialog id={KEYS_ID} title="Marking with the keyboard">
      <p className="text-ink-muted">
        {areOn
          ? 'These keys work wherever you are not writing. Esc leaves a text field.'
          : 'Single keys are switched off. Tab, the arrows, Space and Enter do everything.'}
      </p>
      <dl className={`key-list ${areOn ? '' : 'opacity-60'}`}>
        {keys.map(({ shown, does }) => (
          <div key={shown}>
            <dt>
              <kbd className="key">{shown}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="grid justify-items-start gap-2">
        <Button type="button" variant="secondary" onClick={change}>
          {areOn ? 'Switch single keys off' : 'Switch single keys on'}
        </Button>
        <p role="status" className="text-sm">
          {hasFailed
            ? 'That could not be saved. Try again once you are connected and signed in.'
            : 'This is kept with your account, under Settings.'}
        </p>
      </div>
    </Dialog>
  )
}
