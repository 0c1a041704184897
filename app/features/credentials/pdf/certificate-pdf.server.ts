import { ISSUER } from '#app/domain/certificate.ts'
import { type Printed, sheetOf } from '#app/domain/credential/printed.ts'
import { collect } from '#app/pdf/collect.server.ts'
import { newDocument } from '#app/pdf/new-document.server.ts'
import { drawCertificate } from './draw-certificate.server.ts'
import { setCertificate } from './set-certificate.server.ts'

export type Paper = 'a4' | 'letter'

type Options = {
  paper?: Paper
  /** The signed credential, which travels in the file as an attachment. */
  credential?: string | undefined
}

/**
 * A credential of any kind as a tagged PDF of one page, its fonts embedded.
 * @param address where anybody can check it; printed and as a QR code.
 * @returns the same bytes for the same credential, on every day and every machine.
 */
export async function certificatePdf(
  printed: Printed,
  address: string,
  { paper = 'a4', credential }: Options = {},
): Promise<Uint8Array> {
  const sheet = sheetOf(printed)
  const setting = await setCertificate(printed, address)
  const document = newDocument({
    ...{ paper, layout: 'landscape', issuer: ISSUER, at: printed.issuedAt },
    title: `${sheet.heading}: ${sheet.title}`,
    subject: `Certificate ${printed.number}`,
    keywords: sheet.facts.map(({ term, value }) => `${term}: ${value}`).join('; '),
  })
  const bytes = collect(document)
  if (credential !== undefined) attach(document, printed, credential)
  drawCertificate(document, setting)
  document.end()
  return bytes
}

/** Whoever is sent the file can check it by software, and without us. */
function attach(document: PDFKit.PDFDocument, { number, issuedAt }: Printed, credential: string): void {
  const options = {
    name: `${number}.json`,
    type: 'application/vc',
    description: 'The signed credential (Open Badges 3.0)',
    // What the file is to the page (ISO 32000-2, 14.13); PDFKit's types do not know it.
    relationship: 'Data',
    creationDate: issuedAt,
    modifiedDate: issuedAt,
  }
  document.file(Buffer.from(credential), options)
}
