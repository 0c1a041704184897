import { piecesOf } from './paragraph-text.ts'

/** HTML of a lesson with a link after each of its paragraphs that leads to where one asks about it. @param path of that page. */
export function withAskLinks(html: string, path: string): string {
  let open: string | undefined
  return piecesOf(html)
    .map(({ html: piece, paragraph }) => {
      const closed = paragraph === undefined ? open : undefined
      open = paragraph
      return closed === undefined ? piece : `${piece}${askLink(path, closed)}`
    })
    .join('')
}

const askLink = (path: string, anchor: string) =>
  `<a class="ask" href="${path}?at=${anchor}" title="Ask your training lead about this"><span class="sr-only">Ask your training lead about this</span></a>`
