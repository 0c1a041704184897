import { type Certificate, cpdFacts, ISSUER } from '#app/domain/certificate.ts'
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
 * A certificate as a tagged PDF of one page, its fonts embedded.
 * @param address where anybody can check it; printed and as a QR code.
 * @returns the same bytes for the same certificate, on every day and every machine.
 */
export async function certificatePdf(
  certificate: Certificate,
  address: string,
  { paper = 'a4', credential }: Options = {},
): Promise<Uint8Array> {
  const setting = await setCertificate(certificate, address)
  const document = newDocument({
    ...{ paper, layout: 'landscape', issuer: ISSUER, at: certificate.issuedAt },
    title: `Certificate of completion: ${certificate.courseTitle}`,
    subject: `Certificate ${certificate.number}`,
    keywords: cpdFacts(certificate)
      .map(({ term, value }) => `${term}: ${value}`)
      .join('; '),
  })
  const bytes = collect(document)
  if (credential !== undefined) attach(document, certificate, credential)
  drawCertificate(document, setting)
  document.end()
  return bytes
}

/** Whoever is sent the file can check it by software, and without us. */
function attach(document: PDFKit.PDFDocument, { number, issuedAt }: Certificate, credential: string): void {
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
