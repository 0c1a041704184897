import { renderToStaticMarkup } from 'react-dom/server'
import type { Reference } from './bibliography.ts'
import { parseMarkdown } from './markdown.ts'
import { References } from './references.tsx'
import { renderAll } from './render-nodes.tsx'
import type { Vignette } from './vignette-schema.ts'

/** Markdown without blocks as safe HTML: its `##` are third-level headings, since it stands under a heading of its page. */
export function proseHtml(markdown: string, references: readonly Reference[] = []): string {
  const root = parseMarkdown(markdown)
  return renderToStaticMarkup(renderAll(root.children, { markdown, references, topLevel: 3 }))
}

const situations = new WeakMap<Vignette, string>()
const discussions = new WeakMap<Vignette, string>()

/** What led to the moment that the transcript shows: made once for each version in memory. */
export const situationHtml = (vignette: Vignette): string =>
  once(situations, vignette, () => proseHtml(vignette.situation, vignette.references))

/** The model discussion with the works that it cites. To be sent with released marks only. */
export const discussionHtml = (vignette: Vignette): string =>
  once(
    discussions,
    vignette,
    () =>
      proseHtml(vignette.discussion, vignette.references) +
      renderToStaticMarkup(<References works={vignette.references} headingLevel={3} />),
  )

function once<Key extends object>(made: WeakMap<Key, string>, key: Key, make: () => string): string {
  const html = made.get(key) ?? make()
  made.set(key, html)
  return html
}
