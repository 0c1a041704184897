/**
 * The same HTML with its styles under another name and its handlers out of use. A browser applies our content security
 * policy even to a document that is only parsed, and would report every style that a word processor wrote.
 */
export function inertHtml(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle(?=\s*=)/gi, ' data-style').replace(/\son\w+(?=\s*=)/gi, ' data-on'),
    )
}

/** The style that somebody else's editor gave an element. */
export const styleOf = (element: Element): string => element.getAttribute('data-style') ?? ''
