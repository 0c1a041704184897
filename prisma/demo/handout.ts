import PDFDocument from 'pdfkit'

export type DemoHandout = { name: string; title: string; text: string }

/** A page of text, as a training lead might hand it out. */
export async function demoHandout({ title, text }: DemoHandout): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 64, info: { Title: title } })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const isWritten = new Promise((resolve) => pdf.on('end', resolve))
  pdf.fontSize(20).text(title)
  pdf.moveDown().fontSize(12).text(text)
  pdf.end()
  await isWritten
  return new Uint8Array(Buffer.concat(pieces))
}
