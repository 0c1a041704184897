import { certificateDay, type Fact, ISSUER } from '#app/domain/certificate.ts'
import { type Printed, sheetOf } from '#app/domain/credential/printed.ts'
import { setLine } from '#app/pdf/text-runs.server.ts'
import type { TextStyle } from '#app/pdf/typefaces.server.ts'
import { type FittedText, fitText } from './fit-text.server.ts'
import { type QrCode, qrCode } from './qr-code.server.ts'

/** Text in its place: points from the left and the top of the page, the first baseline at `y`. */
export type TextBlock = FittedText & { text: string; x: number; y: number; leading: number; colour: string }

export type CertificateSetting = {
  wordmark: TextBlock
  title: TextBlock
  holder: TextBlock
  joining: TextBlock
  /** What it is of: the course, or the status. */
  about: TextBlock
  facts: { term: TextBlock; value: TextBlock }[]
  number: { term: TextBlock; value: TextBlock }
  /** What professional bodies say of it. */
  statements: TextBlock | null
  issued: TextBlock
  checking: TextBlock
  address: TextBlock
  qr: QrCode
}

export const LEFT = 74
export const RIGHT = 842 - LEFT
export const FACTS_RULE = 378
export const QR_SIZE = 112

const INK = '#15282b'
const MUTED = '#4d5d5e'
export const PRIMARY = '#0f4b52'
const ACCENT = '#7d4a05'

const WIDTH = RIGHT - LEFT
/** Beside the QR code. */
const FOOT_WIDTH = WIDTH - QR_SIZE - 36
const FACT_GAP = 14

/** Lays out a credential of any kind: which words stand where, in which fonts and how large. Nothing is drawn yet. */
export async function setCertificate(printed: Printed, address: string): Promise<CertificateSetting> {
  const sheet = sheetOf(printed)
  const holder = await fitted(sheet.holderName, 'serif', { x: LEFT, y: 214, colour: INK }, nameRoom)
  const joiningY = below(holder) + 40
  const aboutY = joiningY + 32
  const issued = `Issued by ${ISSUER} on ${certificateDay(printed.issuedAt)}. A certificate is issued once and never edited.`
  return {
    wordmark: await plain(ISSUER, 'serif', { x: LEFT + 36, y: 86, size: 23, colour: PRIMARY }),
    title: await plain(sheet.heading, 'serif-italic', { x: LEFT, y: 156, size: 18, colour: ACCENT }),
    holder,
    joining: await plain(sheet.joining, 'sans', { x: LEFT, y: joiningY, size: 12, colour: MUTED }),
    about: await fitted(sheet.title, 'serif', { x: LEFT, y: aboutY, colour: PRIMARY }, aboutRoom),
    facts: await setFacts(sheet.facts),
    statements: await setStatements(sheet.statements),
    number: {
      term: await plain('Certificate number', 'sans', { x: LEFT, y: 468, size: 9, colour: MUTED }),
      value: await plain(printed.number, 'sans-strong', { x: LEFT, y: 487, size: 15, colour: INK }),
    },
    issued: await plain(issued, 'sans', { x: LEFT, y: 508, size: 9.5, colour: INK }),
    checking: await plain('Anybody can check it: scan the code, or open', 'sans', {
      x: LEFT,
      y: 523,
      size: 9.5,
      colour: INK,
    }),
    address: await fitted(address, 'sans', { x: LEFT, y: 538, colour: PRIMARY }, addressRoom),
    qr: qrCode(address),
  }
}

const nameRoom = { width: WIDTH, size: 44, smallestOnOneLine: 27, sizeOnTwoLines: 32 }
const aboutRoom = { width: WIDTH, size: 26, smallestOnOneLine: 18, sizeOnTwoLines: 20 }
const statementRoom = { width: FOOT_WIDTH, size: 9, smallestOnOneLine: 8, sizeOnTwoLines: 8 }
const addressRoom = { width: FOOT_WIDTH, size: 9.5, smallestOnOneLine: 6, sizeOnTwoLines: 6 }

/** One column for each fact; a column is as wide as its words ask for. */
async function setFacts(facts: readonly Fact[]): Promise<CertificateSetting['facts']> {
  const columnWidth = (WIDTH - FACT_GAP * (facts.length - 1)) / facts.length
  const room = { width: columnWidth, size: 10.8, smallestOnOneLine: 9.5, sizeOnTwoLines: 9.5 }
  return Promise.all(
    facts.map(async ({ term, value }, index) => {
      const x = LEFT + index * (columnWidth + FACT_GAP)
      return {
        term: await plain(term, 'sans', { x, y: FACTS_RULE + 22, size: 9, colour: MUTED }),
        value: await fitted(value, 'sans-strong', { x, y: FACTS_RULE + 39, colour: INK }, room),
      }
    }),
  )
}

const setStatements = async (statements: readonly string[]): Promise<TextBlock | null> =>
  statements.length === 0
    ? null
    : fitted(statements.join(' '), 'sans', { x: LEFT, y: FACTS_RULE + 62, colour: INK }, statementRoom)

type Place = { x: number; y: number; colour: string }

async function plain(text: string, style: TextStyle, place: Place & { size: number }): Promise<TextBlock> {
  return { ...place, text, lines: [await setLine(text, style)], leading: 0 }
}

/** Scripts with marks above and below their letters need more room between two lines than Latin. */
const LEADING = 1.32

async function fitted(
  text: string,
  style: TextStyle,
  place: Place,
  room: Parameters<typeof fitText>[2],
): Promise<TextBlock> {
  const { lines, size } = await fitText(text, style, room)
  return { ...place, text, lines, size, leading: size * LEADING }
}

/** The last baseline of a block. */
const below = ({ y, lines, leading }: TextBlock) => y + (lines.length - 1) * leading
