import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Certificate } from '#app/domain/certificate.ts'
import type { Printed } from '#app/domain/credential/printed.ts'
import { certificatePdf } from '#app/features/credentials/pdf/certificate-pdf.server.ts'
import { readFile } from '#app/features/credentials/reading/read-file.ts'
import { namesOfManyScripts } from '#tests/pdf/names.ts'
import { readRectangles } from './read-rectangles.ts'

const certificate: Certificate & { kind: 'course_completion' } = {
  kind: 'course_completion',
  number: 'STN-1KR0-E29C-TDH1-3BAR-G',
  holderName: 'Noor Okonkwo-Łukaszewicz',
  courseTitle: 'Mentalizing the transference',
  courseFormat: 'Self-paced, online',
  cpdHours: 2.5,
  startedAt: new Date('2026-03-02T23:30:00Z'),
  completedAt: new Date('2026-05-12T10:00:00Z'),
  issuedAt: new Date('2026-05-14T10:00:00Z'),
}
const address = `https://stance.example/verify/${certificate.number}`
const makePdf = (change: Partial<Certificate> = {}, options = {}) =>
  certificatePdf({ ...certificate, ...change }, address, options)

async function open(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  return { document, page: await document.getPage(1) }
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const { items } = await (await open(bytes)).page.getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

describe('a certificate as a PDF', () => {
  it('is one A4 page that says who, what, when, for how many hours, and its number', async () => {
    const bytes = await makePdf()
    const { document, page } = await open(bytes)
    expect(document.numPages).toBe(1)
    expect(page.view.map(Math.round)).toEqual([0, 0, 842, 595])
    const text = await textOf(bytes)
    for (const words of [
      'Noor Okonkwo-Łukaszewicz',
      'Mentalizing the transference',
      'Self-paced, online',
      '2 March 2026',
      '12 May 2026',
      '2.5 hours',
      'Issued by Stance on 14 May 2026',
      certificate.number,
      address,
    ])
      expect(text).toContain(words)
  })

  it.each(['Polish', 'Vietnamese', 'Greek', 'Ukrainian', 'Georgian', 'Korean', 'simplified Chinese'] as const)(
    'carries a name in %s as text that can be copied',
    async (language) => {
      const name = namesOfManyScripts[language]
      expect(await textOf(await makePdf({ holderName: name }))).toContain(name)
    },
  )

  it.each(Object.entries(namesOfManyScripts))('can be made for a name in %s', async (_, holderName) => {
    const { document } = await open(await makePdf({ holderName }))
    expect(document.numPages).toBe(1)
  })

  it('has a QR code that leads to the page where it is verified', async () => {
    const bars = rectanglesOf(await makePdf())
    expect(readRectangles(bars)).toBe(address)
  })

  it('fits on US Letter as well, whole and with its link in place', async () => {
    const bytes = await makePdf({}, { paper: 'letter' })
    const { document, page } = await open(bytes)
    expect(document.numPages).toBe(1)
    expect(page.view.map(Math.round)).toEqual([0, 0, 792, 612])
    const [link] = await page.getAnnotations()
    expect(link.url).toBe(address)
    const { items } = await page.getTextContent()
    for (const item of items) {
      const [, , , , x = 0, y = 0] = 'transform' in item ? item.transform : []
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThan(792)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(612)
    }
  })

  it('carries its credential as an attachment, which is read from it as it was', async () => {
    const credential = JSON.stringify({ name: 'Łukaszewicz', proof: {} })
    const bytes = await makePdf({}, { credential })
    expect(await readFile(bytes)).toEqual({ credential: JSON.parse(credential) })
    const attachments = await (await open(bytes)).document.getAttachments()
    expect(Object.values(Object.fromEntries(attachments ?? []))).toMatchObject([
      { filename: `${certificate.number}.json`, description: 'The signed credential (Open Badges 3.0)' },
    ])
    expect(Buffer.compare(bytes, await makePdf({}, { credential }))).toBe(0)
  })

  it('says so where it carries none', async () => {
    expect(await readFile(await makePdf())).toEqual({ fault: expect.stringContaining('carries no credential') })
  })

  it('has the same bytes whenever and in whatever order certificates are made', async () => {
    const first = await makePdf()
    await makePdf({ holderName: namesOfManyScripts.Arabic, courseTitle: namesOfManyScripts.Greek })
    expect(Buffer.compare(first, await makePdf())).toBe(0)
    expect(Buffer.compare(first, await makePdf({ cpdHours: 3 }))).not.toBe(0)
  })

  it('carries what a board says of the course, and nothing where its approval had ended', async () => {
    const held = {
      body: 'A board',
      statement: 'Approved by a board for 2.5 hours.',
      from: '2026-01-01',
      until: '2026-12-31',
    }
    expect(await textOf(await makePdf({ approvals: [held] }))).toContain(held.statement)
    expect(await textOf(await makePdf({ approvals: [{ ...held, until: '2026-05-11' }] }))).not.toContain('board')
  })

  it('says of a status, and of a note of it, what it is and how long it holds', async () => {
    const status: Printed = {
      ...{ kind: 'specialist_note', note: 'group', number: certificate.number, holderName: 'Noor' },
      ...{ pathwayTitle: 'MBT practitioner', pathwayVersion: 2, awardedOn: '2026-05-14', lastDay: '2031-05-13' },
      issuedAt: certificate.issuedAt,
    }
    const text = await textOf(await certificatePdf(status, address))
    for (const words of ['Specialist note', 'MBT practitioner: groups', 'version 2', '14 May 2026', '13 May 2031'])
      expect(text).toContain(words)
    expect(text).not.toContain('CPD')
  })

  it('tells programs its title, its language and the order in which it is read', async () => {
    const { document, page } = await open(await makePdf())
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({
      Title: 'Certificate of completion: Mentalizing the transference',
      Author: 'Stance',
      Language: 'en-GB',
    })
    expect(await document.getMarkInfo()).toEqual(expect.toSatisfy((info) => info.get('Marked') === true))
    const roles = JSON.stringify(await page.getStructTree()).match(/"role":"\w+"/g) ?? []
    expect(roles.slice(0, 6).map((role) => role.slice(8, -1))).toEqual(['Document', 'Figure', 'H1', 'P', 'P', 'H2'])
  })
})

/** The bars of the code: the only rectangles that are filled together, in page order from the top. */
function rectanglesOf(bytes: Uint8Array) {
  const drawing = contentOf(Buffer.from(bytes).toString('latin1'))
  const bars = [...drawing.matchAll(/(\S+) (\S+) (\S+) (\S+) re\n/g)].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }))
  return bars.filter(({ height }) => height < 10)
}

function contentOf(pdf: string): string {
  const streams = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream = '']) =>
    Buffer.from(stream, 'latin1'),
  )
  for (const stream of streams) {
    const content = inflate(stream)
    if (content.includes(' re\n')) return content
  }
  throw new Error('the page draws no rectangle')
}

function inflate(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return ''
  }
}
