import PDFDocument from 'pdfkit'
import { type Certificate, cpdFacts, ISSUER } from '#app/domain/certificate.ts'
import { collect } from '#app/pdf/collect.server.ts'
import { drawCertificate } from './draw-certificate.server.ts'
import { setCertificate } from './set-certificate.server.ts'

/**
 * A certificate as a tagged PDF of one A4 page, its fonts embedded.
 * @param address where anybody can check it; printed and as a QR code.
 * @returns the same bytes for the same certificate, on every day and every machine.
 */
export async function certificatePdf(certificate: Certificate, address: string): Promise<Uint8Array> {
  const setting = await setCertificate(certificate, address)
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    info: {
      Title: `Certificate of completion: ${certificate.courseTitle}`,
      Author: ISSUER,
      Subject: `Certificate ${certificate.number}`,
      Keywords: cpdFacts(certificate)
        .map(({ term, value }) => `${term}: ${value}`)
        .join('; '),
      Creator: ISSUER,
      Producer: ISSUER,
      // The file's date is the certificate's: today's would make other bytes tomorrow.
      CreationDate: certificate.issuedAt,
      ModDate: certificate.issuedAt,
    },
  })
  const bytes = collect(document)
  drawCertificate(document, setting)
  document.end()
  return bytes
}
