import { type ComponentType, useEffect, useRef, useState } from 'react'
import { controlAttributes, Field, type FieldProps } from '#app/ui/field.tsx'
import { documentText, plainDocument, type RichDocument } from './document.ts'
import type { EditorProps } from './editor.tsx'
import { formats } from './formats.ts'
import { WordLine } from './word-line.tsx'

type RichTextFieldProps = Omit<FieldProps, 'label'> & {
  label: string
  id?: string
  document: RichDocument
  onChange: (document: RichDocument) => void
  /** Suggested length: at least, at most. */
  words?: readonly [number, number] | undefined
}

/**
 * A place to write. It is a plain textarea until the editor has come, and stays one where scripts or the editor cannot be
 * had; both send their text under the same name.
 */
export function RichTextField({ name, label, hint, errors, id = name, document, onChange, words }: RichTextFieldProps) {
  const textarea = useRef<HTMLTextAreaElement>(null)
  const [wasFocused, setWasFocused] = useState(false)
  const Editor = useEditorModule(() => setWasFocused(globalThis.document.activeElement === textarea.current))
  useTextTypedBefore(textarea, (text) => onChange(plainDocument(text)))
  const attributes = controlAttributes({ id, hint, errors })
  return (
    <Field id={id} label={label} hint={hint} errors={errors}>
      {Editor ? (
        <>
          <Editor
            id={id}
            label={label}
            describedBy={attributes['aria-describedby']}
            isInvalid={attributes['aria-invalid'] ?? false}
            document={document}
            onChange={onChange}
            takesFocus={wasFocused}
          />
          <input type="hidden" name={name} value={JSON.stringify(document)} />
        </>
      ) : (
        <div className="rich-text-editor">
          <ToolbarToCome />
          <textarea
            ref={textarea}
            name={name}
            rows={5}
            defaultValue={documentText(document)}
            onChange={(event) => onChange(plainDocument(event.currentTarget.value))}
            className="prose"
            {...attributes}
          />
        </div>
      )}
      <WordLine document={document} words={words} />
    </Field>
  )
}

/** As much room as the toolbar takes, so that nothing moves when the editor comes. */
const ToolbarToCome = () => (
  <div className="rich-text-toolbar noscript:hidden" aria-hidden="true">
    {formats.map(({ name }) => (
      <span key={name} />
    ))}
  </div>
)

/** Kept for the next field: what has come once is there at once. Never set on the server. */
let loaded: ComponentType<EditorProps> | null = null

/** The editor, once it has come. Should it never come, the textarea goes on doing its work. */
function useEditorModule(onCome: () => void): ComponentType<EditorProps> | null {
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(() => loaded)
  const come = useRef(onCome)
  useEffect(() => {
    let isWanted = true
    import('./editor.tsx').then(
      (module) => {
        if (!isWanted) return
        come.current()
        loaded = module.default
        setEditor(() => module.default)
      },
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [])
  return Editor
}

/** What was typed before the page's scripts had come. */
function useTextTypedBefore(textarea: React.RefObject<HTMLTextAreaElement | null>, take: (text: string) => void) {
  const taker = useRef(take)
  useEffect(() => {
    const element = textarea.current
    if (element && element.value !== element.defaultValue) taker.current(element.value)
  }, [textarea])
}
