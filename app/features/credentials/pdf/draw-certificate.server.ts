import { drawLine } from '#app/pdf/draw-line.server.ts'
import { drawMark } from '#app/pdf/draw-mark.server.ts'
import { type QrCode, QUIET_ZONE } from './qr-code.server.ts'
import {
  type CertificateSetting,
  FACTS_RULE,
  LEFT,
  PRIMARY,
  QR_SIZE,
  RIGHT,
  type TextBlock,
} from './set-certificate.server.ts'

const HAIRLINE = '#b9ae9c'
const WASH = '#f9f4eb'
const INK = '#15282b'
const FRAME_INSET = 26
const QR_TOP = 441

type Document = PDFKit.PDFDocument

/** The page that a certificate is laid out for: A4, lying. */
const WIDTH = 841.89
const HEIGHT = 595.28

/** Draws a certificate with its structure, so that a screen reader reads it in order. */
export function drawCertificate(document: Document, setting: CertificateSetting): void {
  fitPage(document)
  decorate(document)
  const root = document.struct('Document')
  document.addStructure(root)
  const tag = (type: string, draw: () => void, options = {}) => root.add(document.struct(type, options, draw))
  const tagText = (type: string, block: TextBlock) => tag(type, () => drawText(document, block), { actual: block.text })

  tag('Figure', () => drawWordmark(document, setting.wordmark), { alt: setting.wordmark.text })
  tagText('H1', setting.title)
  tagText('P', setting.holder)
  tagText('P', setting.joining)
  tagText('H2', setting.about)
  root.add(definitionList(document, [...setting.facts, setting.number]))
  if (setting.statements) tagText('P', setting.statements)
  tagText('P', setting.issued)
  tagText('P', setting.checking)
  tag('Link', () => drawText(document, setting.address, { link: setting.address.text }))
  tag('Figure', () => drawQrCode(document, setting.qr), { alt: `QR code of ${setting.address.text}` })
  root.end()
}

function definitionList(document: Document, facts: CertificateSetting['facts']) {
  const part = (type: string, block: TextBlock) =>
    document.struct(type, { actual: block.text }, () => drawText(document, block))
  return document.struct(
    'L',
    {},
    facts.map(({ term, value }) => document.struct('LI', {}, [part('Lbl', term), part('LBody', value)])),
  )
}

/** On other paper it is drawn as large as there is room, in the middle. */
function fitPage(document: Document): void {
  const { width, height } = document.page
  const scale = Math.min(width / WIDTH, height / HEIGHT)
  if (scale === 1) return
  document.translate((width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2).scale(scale)
}

/** Frame, watermark and rule say nothing and are no part of the structure. */
function decorate(document: Document): void {
  document.markContent('Artifact', { type: 'Layout' })
  document
    .save()
    .rect(FRAME_INSET, FRAME_INSET, WIDTH - 2 * FRAME_INSET, HEIGHT - 2 * FRAME_INSET)
    .clip()
  drawMark(document, { x: 540, y: -84, size: 440, colour: WASH })
  document.restore()
  document.lineWidth(0.6).strokeColor(HAIRLINE)
  document.rect(FRAME_INSET, FRAME_INSET, WIDTH - 2 * FRAME_INSET, HEIGHT - 2 * FRAME_INSET).stroke()
  document.moveTo(LEFT, FACTS_RULE).lineTo(RIGHT, FACTS_RULE).stroke()
  document.endMarkedContent()
}

function drawWordmark(document: Document, name: TextBlock): void {
  drawMark(document, { x: LEFT - 2, y: name.y - 23, size: 30, colour: PRIMARY })
  drawText(document, name)
}

function drawText(document: Document, block: TextBlock, options: { link?: string } = {}): void {
  block.lines.forEach((line, index) => {
    drawLine(document, line, { ...block, y: block.y + index * block.leading }, options)
  })
}

function drawQrCode(document: Document, { size, bars }: QrCode): void {
  const module = QR_SIZE / size
  // The code itself keeps to the margin; its quiet zone reaches beyond.
  const left = RIGHT - QR_SIZE + QUIET_ZONE * module
  for (const { x, y, width } of bars) document.rect(left + x * module, QR_TOP + y * module, width * module, module)
  // One path: drawn one by one, the bars would show hairlines between them.
  document.fill(INK)
}
