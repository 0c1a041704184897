import { StarterKit } from '@tiptap/starter-kit'

/**
 * All that a document may hold: paragraphs, two levels of heading, bold, italic, lists, quotes and line breaks. The editor,
 * the server's check and the renderer go by this one list, so that what can be written can be sent and shown.
 */
export const richTextExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
]
