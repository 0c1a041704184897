import { EditorContent, useEditor } from '@tiptap/react'
import type { RichDocument } from './document.ts'
import { richTextExtensions } from './extensions.ts'
import { cleanPastedHtml } from './paste/clean-pasted-html.ts'
import { Toolbar } from './toolbar.tsx'

export type EditorProps = {
  id: string
  /** What the text is an answer to. */
  label: string
  describedBy?: string | undefined
  isInvalid?: boolean
  /** What it begins with; later changes come out of `onChange` only. */
  document: RichDocument
  onChange: (document: RichDocument) => void
  /** The person was already typing into what stood here before. */
  takesFocus?: boolean
}

/** The editor itself: only in the browser, and loaded only where somebody writes. */
export default function Editor({ id, label, describedBy, isInvalid, document, onChange, takesFocus }: EditorProps) {
  const editor = useEditor({
    extensions: richTextExtensions,
    content: document,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    autofocus: takesFocus ? 'end' : false,
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as RichDocument),
    editorProps: {
      transformPastedHTML: cleanPastedHtml,
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(isInvalid && { 'aria-invalid': 'true' }),
        class: 'prose',
      },
    },
  })
  return (
    <div className="rich-text-editor">
      <Toolbar editor={editor} controls={id} label={label} />
      <EditorContent editor={editor} />
    </div>
  )
}
