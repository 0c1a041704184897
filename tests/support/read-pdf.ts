import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a program reads out of a PDF. */
export type ReadPdf = {
  /** The text of each page, a line for each line on it; between the cells of a row stands a tab. */
  pages: string[]
  /** Bookmarks, the first level and below it the second. */
  outline: { title: string; items: { title: string }[] }[]
  info: Record<string, unknown>
  isTagged: boolean
  /** The roles of a page's structure, in the order in which they are read. */
  rolesOn: (page: number) => Promise<string[]>
  /** What stands for the figures of a page where they are not seen. */
  alternativesOn: (page: number) => Promise<string[]>
  /** Where the links of a page lead, as pages from 1. */
  linksOn: (page: number) => Promise<number[]>
}

/** Text with its place: x and y are the last two of `transform`. */
type Piece = { str: string; width: number; transform: number[] }

const APART = 4

function linesOf(pieces: readonly Piece[]): string {
  let text = ''
  let last: { y: number; right: number } | undefined
  for (const { str, width, transform } of pieces.filter(({ str }) => str.trim() !== '')) {
    const [x = 0, y = 0] = transform.slice(-2)
    const joint = !last ? '' : last.y !== y ? '\n' : x - last.right > APART ? '\t' : x - last.right > 1 ? ' ' : ''
    text += joint + str
    last = { y, right: x + width }
  }
  return text
}

/** Part of the structure; what has no role is a stretch of content. */
type Element = { role: string; alt?: string; children: (Element | { role?: undefined })[] }

function* elementsIn(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (child.role !== undefined) yield* elementsIn(child)
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(linesOf(items as Piece[]))
  }
  const pageOf = async (destination: unknown) => {
    const [reference] = (await document.getDestination(destination as string)) ?? []
    return (await document.getPageIndex(reference as never)) + 1
  }
  const structureOf = async (page: number): Promise<Element> =>
    (await (await document.getPage(page)).getStructTree()) as Element
  return {
    pages,
    outline: (await document.getOutline()) ?? [],
    info: (await document.getMetadata()).info as Record<string, unknown>,
    // A map, whatever its types say.
    isTagged: ((await document.getMarkInfo()) as unknown as Map<string, boolean> | null)?.get('Marked') === true,
    async rolesOn(page) {
      return [...elementsIn(await structureOf(page))].map(({ role }) => role)
    },
    async alternativesOn(page) {
      return [...elementsIn(await structureOf(page))].flatMap(({ role, alt }) =>
        role === 'Figure' && alt ? [alt] : [],
      )
    },
    async linksOn(page) {
      const annotations = await (await document.getPage(page)).getAnnotations()
      return Promise.all(annotations.filter(({ subtype }) => subtype === 'Link').map(({ dest }) => pageOf(dest)))
    },
  }
}
