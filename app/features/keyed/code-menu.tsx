import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Code } from '#app/content/keyed-question.ts'
import type { Annotation } from '#app/domain/keyed/annotation.ts'
import { Button } from '#app/ui/button.tsx'
import { type Chosen, isSamePassage } from './coding-state.ts'

type CodeMenuProps = {
  codes: readonly Code[]
  passage: Chosen
  /** The words of a passage. */
  wordsOf: (passage: Chosen) => string
  /** All that is coded within this passage or over it. */
  coded: readonly Annotation[]
  give: (code: string) => void
  remove: (passage: Annotation) => void
  close: () => void
}

/** The codes for one passage, below its turn. The keys work while focus is in it and nowhere else. */
export function CodeMenu({ codes, passage, wordsOf, coded, give, remove, close }: CodeMenuProps) {
  const group = useRef<HTMLFieldSetElement>(null)
  // Opened by a choice of the person, who goes on in here.
  useEffect(() => group.current?.querySelector('button')?.focus(), [])
  const others = coded.filter((one) => !isSamePassage(one, passage))

  function onKeyDown(event: KeyboardEvent) {
    const code = codes[Number(event.key) - 1]
    if (event.key === 'Escape') close()
    else if (code && !event.ctrlKey && !event.metaKey && !event.altKey) give(code.id)
    else return
    event.preventDefault()
  }

  return (
    <fieldset ref={group} onKeyDown={onKeyDown} className="code-menu">
      <legend>Code “{wordsOf(passage)}” as</legend>
      {codes.map(({ id, title }, index) => (
        <button
          key={id}
          type="button"
          aria-pressed={coded.some((one) => isSamePassage(one, passage) && one.code === id)}
          onClick={() => give(id)}
        >
          <kbd>{index + 1}</kbd> {title}
        </button>
      ))}
      <Button type="button" variant="quiet" onClick={close}>
        Close <kbd>Esc</kbd>
      </Button>
      {others.map((one) => (
        <p key={`${one.from} ${one.to} ${one.code}`}>
          Also here: “{wordsOf(one)}”, {codes.find(({ id }) => id === one.code)?.title}.{' '}
          <button type="button" className="text-link" onClick={() => remove(one)}>
            Take this away
          </button>
        </p>
      ))}
    </fieldset>
  )
}
