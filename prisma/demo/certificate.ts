import PDFDocument from 'pdfkit'

type Certificate = { name: string; title: string; provider: string; from: string; to: string; hours: number }

/** A certificate as somebody else's office might print it, plainly a demonstration. */
export async function demoCertificate(certificate: Certificate): Promise<Uint8Array> {
  const { name, title, provider, from, to, hours } = certificate
  const pdf = new PDFDocument({ size: 'A5', layout: 'landscape', margin: 48, info: { Title: title } })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const isWritten = new Promise((resolve) => pdf.on('end', resolve))
  pdf.fontSize(12).text(provider)
  pdf.moveDown(2).fontSize(20).text('Certificate of attendance')
  pdf.moveDown().fontSize(12).text(`${name} took part in “${title}”`)
  pdf.text(`from ${from} to ${to}, ${hours} hours taught live.`)
  pdf.moveDown(3).fontSize(9).text('A demonstration: nobody gave this training.')
  pdf.end()
  await isWritten
  return new Uint8Array(Buffer.concat(pieces))
}
