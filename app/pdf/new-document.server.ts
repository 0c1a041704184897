import PDFDocument from 'pdfkit'

type About = {
  paper: 'a4' | 'letter'
  layout?: 'portrait' | 'landscape'
  title: string
  subject?: string
  keywords?: string
  issuer: string
  /** When what it says was so. The clock's would make other bytes a moment later. */
  at: Date
}

/** A document of ours: tagged for screen readers, without margins of its own, and the same bytes for the same content. */
export function newDocument({ paper, layout = 'portrait', title, subject, keywords, issuer, at }: About) {
  return new PDFDocument({
    size: paper,
    layout,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    info: {
      Title: title,
      Author: issuer,
      ...(subject !== undefined && { Subject: subject }),
      ...(keywords !== undefined && { Keywords: keywords }),
      Creator: issuer,
      Producer: issuer,
      CreationDate: at,
      ModDate: at,
    },
  })
}
