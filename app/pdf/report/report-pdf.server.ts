import { collect } from '../collect.server.ts'
import { newDocument } from '../new-document.server.ts'
import { clipLine, setText } from './break-lines.server.ts'
import { drawReport } from './draw-report.server.ts'
import { FRAME, FRAME_SIZE, LEFT, RIGHT } from './page-frame.ts'
import type { Block, Report } from './report.ts'
import { type SetBlock, setBlocks } from './set-blocks.server.ts'
import { type Entry, setContents } from './set-contents.server.ts'
import { manners } from './set-lines.server.ts'
import { type Place, paginate, type Strip } from './strips.ts'

const CONTENTS = 'Contents'

/**
 * A report as a tagged PDF in A4: a title page, the contents with the number of each page, then what it says; with bookmarks, links
 * from the contents, and its fonts embedded.
 * @returns the same bytes for the same report, on every day and every machine.
 */
export async function reportPdf(report: Report): Promise<Uint8Array> {
  const { title, about, issuer, madeAt } = report
  const document = newDocument({ paper: 'a4', title: `${title}: ${about}`, issuer, at: madeAt })
  const setting = await setReport(report)
  const bytes = collect(document)
  drawReport(document, setting)
  document.end()
  return bytes
}

/** Blocks with the place of each of their strips; pages count from 0 within the whole report. */
export type Section = { blocks: SetBlock[]; places: Place[] }

export type ReportSetting = {
  front: Section
  contents: { heading: Section; strips: Strip[]; places: Place[] }
  body: Section
  pageCount: number
  wordmark: Awaited<ReturnType<typeof setText>>
  runningHead: Awaited<ReturnType<typeof setText>>
  /** `Page 3 of 12`, by page. */
  footers: Awaited<ReturnType<typeof setText>>[]
}

/** Three parts, one after the other, each of which begins a page; the contents wait for the body to be broken into pages. */
async function setReport(report: Report): Promise<ReportSetting> {
  const front = sectionAt(0, await setBlocks(frontOf(report)), TITLE_FRAME)
  const contentsFrom = pagesIn(front.places)
  const set = await setBlocks(report.blocks, manners[report.manner ?? 'report'])
  const heading = await setBlocks([{ kind: 'heading', level: 2, text: CONTENTS }])
  const headings = heading.flatMap(({ strips }) => strips)
  const setEntries = (from: number) => setContents(entriesOf(sectionAt(from, set)))
  const placed = (strips: readonly Strip[]) =>
    paginate([...headings, ...strips], FRAME).map((place) => ({ ...place, page: place.page + contentsFrom }))
  // What the contents take does not depend on the numbers in them.
  const bodyFrom = pagesIn(placed(await setEntries(0)))
  const body = sectionAt(bodyFrom, set)
  const strips = await setEntries(bodyFrom)
  const places = placed(strips)
  const pageCount = pagesIn(body.places.length > 0 ? body.places : places)
  return {
    ...{ front, body, pageCount },
    contents: {
      heading: { blocks: heading, places: places.slice(0, headings.length) },
      ...{ strips, places: places.slice(headings.length) },
    },
    wordmark: await setText(report.issuer, 'serif'),
    runningHead: await clipLine(report.runningHead, 'sans', FRAME_SIZE, RIGHT - LEFT),
    footers: await Promise.all(
      Array.from({ length: pageCount }, (_, page) => setText(`Page ${page + 1} of ${pageCount}`, 'sans')),
    ),
  }
}

/** Lower, as a title stands. */
const TITLE_FRAME = { ...FRAME, top: 200 }

const frontOf = ({ title, about, facts, remarks }: Report): Block[] => [
  { kind: 'heading', level: 1, text: title },
  { kind: 'paragraph', text: about, tone: 'large' },
  { kind: 'facts', facts },
  ...remarks.map((text): Block => ({ kind: 'paragraph', text, tone: 'quiet' })),
]

function sectionAt(from: number, blocks: SetBlock[], frame = FRAME): Section {
  const places = paginate(
    blocks.flatMap(({ strips }) => strips),
    frame,
  )
  return { blocks, places: places.map((place) => ({ ...place, page: place.page + from })) }
}

const pagesIn = (places: readonly Place[]) => (places.at(-1)?.page ?? -1) + 1

/** The headings that stand in the contents, each with the page on which it begins. */
function entriesOf({ blocks, places }: Section): Entry[] {
  let index = 0
  return blocks.flatMap(({ block, strips }) => {
    const page = (places[index]?.page ?? 0) + 1
    index += strips.length
    return block.kind === 'heading' && (block.level === 2 || block.level === 3)
      ? [{ level: block.level, text: block.text, page }]
      : []
  })
}
