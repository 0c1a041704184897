import { drawStrip, type Pen } from './draw-block.server.ts'
import { LEFT, RIGHT } from './page-frame.ts'
import type { ReportSetting } from './report-pdf.server.ts'
import { headingName } from './set-contents.server.ts'

/** The contents, each line of which leads to its heading. */
export function drawContents(pen: Pen, { strips, places }: ReportSetting['contents']): void {
  const { document, root } = pen
  const list = document.struct('TOC')
  root.add(list)
  for (const [index, strip] of strips.entries()) {
    const place = places[index]
    if (!place) continue
    pen.turnTo(place.page)
    const item = document.struct('TOCI')
    list.add(item)
    const [title, number] = strip.cells
    const words = `${title?.text}, page ${number?.text}`
    const link = document.struct('Link', { actual: words })
    item.add(link)
    link.add(() => drawStrip(document, strip, place.y))
    // PDFKit writes a plain string as a name; its types do not know better.
    const options = { structParent: link, Contents: new String(words) } as unknown as PDFKit.Mixins.AnnotationOption
    document.goTo(LEFT, place.y, RIGHT - LEFT, strip.height, headingName(index), options)
  }
}
