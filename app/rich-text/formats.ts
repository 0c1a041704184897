import type { Editor } from '@tiptap/core'

export type Format = {
  name: string
  label: string
  /** As `aria-keyshortcuts` wants it; ProseMirror's `Mod` is Control, or Meta on a Mac. */
  keys: string
  run: (editor: Editor) => void
  /** Absent for what is done once and not switched on: undo, redo. */
  isOn?: (editor: Editor) => boolean
  can?: (editor: Editor) => boolean
}

/** What the toolbar offers, in its order: one button each. */
export const formats = [
  {
    name: 'bold',
    label: 'Bold',
    keys: 'Control+B',
    run: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    name: 'italic',
    label: 'Italic',
    keys: 'Control+I',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    name: 'heading',
    label: 'Heading',
    keys: 'Control+Alt+2',
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
  },
  {
    name: 'subheading',
    label: 'Subheading',
    keys: 'Control+Alt+3',
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
  },
  {
    name: 'bullet-list',
    label: 'Bulleted list',
    keys: 'Control+Shift+8',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    name: 'ordered-list',
    label: 'Numbered list',
    keys: 'Control+Shift+7',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    name: 'quote',
    label: 'Quotation',
    keys: 'Control+Shift+B',
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  {
    name: 'undo',
    label: 'Undo',
    keys: 'Control+Z',
    run: (editor) => editor.chain().focus().undo().run(),
    can: (editor) => editor.can().undo(),
  },
  {
    name: 'redo',
    label: 'Redo',
    keys: 'Control+Shift+Z',
    run: (editor) => editor.chain().focus().redo().run(),
    can: (editor) => editor.can().redo(),
  },
] as const satisfies readonly Format[]

export type FormatName = (typeof formats)[number]['name']
