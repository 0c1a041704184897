import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useState } from 'react'
import { FormatIcon } from './format-icon.tsx'
import { type Format, formats } from './formats.ts'

const STEPS: Record<string, (index: number) => number> = {
  ArrowRight: (index) => (index + 1) % formats.length,
  ArrowLeft: (index) => (index + formats.length - 1) % formats.length,
  Home: () => 0,
  End: () => formats.length - 1,
}

/** One stop for Tab; the arrow keys go from button to button (ARIA's toolbar pattern). */
export function Toolbar({ editor, controls, label }: { editor: Editor; controls: string; label: string }) {
  const [current, setCurrent] = useState(0)
  const states = useEditorState({
    editor,
    selector: ({ editor }) => formats.map((format: Format) => stateOf(format, editor)),
  })

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const next = STEPS[event.key]?.(current)
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    const button = event.currentTarget.children[next]
    if (button instanceof HTMLElement) button.focus()
  }

  return (
    <div
      role="toolbar"
      aria-label={`Formatting: ${label}`}
      aria-controls={controls}
      className="rich-text-toolbar"
      onKeyDown={move}
    >
      {formats.map((format: Format, index) => (
        <button
          key={format.name}
          type="button"
          tabIndex={index === current ? 0 : -1}
          aria-label={format.label}
          aria-keyshortcuts={format.keys}
          title={`${format.label} (${format.keys.replaceAll('Control', 'Ctrl')})`}
          aria-pressed={states[index]?.isOn}
          aria-disabled={states[index]?.isOff}
          onFocus={() => setCurrent(index)}
          onClick={() => format.run(editor)}
        >
          <FormatIcon name={formats[index]?.name ?? 'bold'} />
        </button>
      ))}
    </div>
  )
}

/** The two attributes of a button: pressed or not where it switches something, off where there is nothing to do. */
const stateOf = (format: Format, editor: Editor) => ({
  isOn: format.isOn?.(editor),
  isOff: format.can && !format.can(editor) ? true : undefined,
})
