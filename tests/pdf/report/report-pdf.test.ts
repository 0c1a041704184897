import { describe, expect, it } from 'vitest'
import type { Block, Report } from '#app/pdf/report/report.ts'
import { reportPdf } from '#app/pdf/report/report-pdf.server.ts'
import { namesOfManyScripts } from '#tests/pdf/names.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

const chapters = ['Standing', 'Cases', 'Supervision']
const words = 'What was said there is written down at some length, so that lines are broken. '

const chapter = (title: string): Block[] => [
  { kind: 'heading', level: 2, text: title, startsPage: true },
  ...Array.from({ length: 12 }, (_, index): Block[] => [
    { kind: 'heading', level: 3, text: `${title}, part ${index + 1}` },
    { kind: 'paragraph', text: words.repeat(6) },
    { kind: 'list', items: ['One thing', words.repeat(2)] },
  ]).flat(),
  {
    kind: 'table',
    columns: [
      { title: 'The day', share: 1 },
      { title: 'What was done', share: 3 },
    ],
    rows: Array.from({ length: 60 }, (_, index) => [`Day ${index + 1}`, words]),
  },
]

const report: Report = {
  title: 'A report',
  about: 'Noor Okonkwo-Łukaszewicz',
  facts: [{ term: 'Profession', value: 'Nurse' }],
  remarks: ['Cases stand here by their codes.'],
  runningHead: 'Noor Okonkwo-Łukaszewicz · MBT practitioner',
  issuer: 'Stance',
  madeAt: new Date('2026-11-28T10:00:00Z'),
  blocks: chapters.flatMap(chapter),
}
const made = reportPdf(report)
const read = async () => readPdf(await made)

/** `Cases, part 3` and `14` for every line of the contents. */
const contentsOf = (pages: readonly string[]) =>
  [
    ...pages
      .slice(1, 3)
      .join('\n')
      .matchAll(/^(.+)\t(\d+)$/gm),
  ].map(([, title = '', page]) => ({ title, page: Number(page) }))

describe('a report as a PDF', () => {
  it('names in its contents the page on which each heading stands', async () => {
    const { pages } = await read()
    const entries = contentsOf(pages)
    expect(entries.map(({ title }) => title)).toEqual(
      report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
    )
    for (const { title, page } of entries) expect(pages[page - 1]?.split('\n'), title).toContain(title)
  })

  it('links every line of the contents to that page, and has the same as bookmarks', async () => {
    const { pages, linksOn, outline } = await read()
    const entries = contentsOf(pages)
    expect([...(await linksOn(2)), ...(await linksOn(3))].slice(0, entries.length)).toEqual(
      entries.map(({ page }) => page),
    )
    expect(outline.map(({ title, items }) => [title, items.length])).toEqual(chapters.map((title) => [title, 12]))
  })

  it('says on every page which of how many it is, and after the first whom it is about', async () => {
    const { pages } = await read()
    expect(pages.length).toBeGreaterThan(12)
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(text.includes(report.runningHead)).toBe(index > 0)
    }
  })

  it('has the head of a table on every page that the table goes over, and each row once', async () => {
    const { pages } = await read()
    const withRows = pages.filter((text) => /^Day \d+\t/m.test(text))
    for (const text of withRows) expect(text).toMatch(/^The day\tWhat was done$/m)
    const rows = withRows.join('\n').match(/^Day \d+\t/gm) ?? []
    expect(rows).toHaveLength(60 * chapters.length)
  })

  it('is read in order by a screen reader, the repeated heads left out', async () => {
    const { isTagged, info, rolesOn } = await read()
    expect(isTagged).toBe(true)
    expect(info).toMatchObject({ Title: 'A report: Noor Okonkwo-Łukaszewicz', Language: 'en-GB' })
    expect((await rolesOn(1)).filter((role) => role !== 'Root')).toEqual([
      'Document',
      'Figure',
      'H1',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'P',
    ])
    expect(await rolesOn(2)).toEqual(expect.arrayContaining(['H2', 'TOC', 'TOCI', 'Link']))
    const roles = await rolesOn(3)
    for (const role of ['H2', 'H3', 'P', 'L', 'LI', 'LBody']) expect(roles).toContain(role)
  })

  it('has the same bytes whenever it is made', async () => {
    expect(Buffer.compare(await reportPdf(report), await made)).toBe(0)
    const other = { ...report, madeAt: new Date('2026-11-28T10:00:01Z') }
    expect(Buffer.compare(await reportPdf(other), await made)).not.toBe(0)
  })

  it.each(Object.entries(namesOfManyScripts))('can be about a name in %s', async (_, about) => {
    const { pages } = await readPdf(await reportPdf({ ...report, about, runningHead: about, blocks: [] }))
    expect(pages).toHaveLength(2)
  })

  it('breaks a word that is longer than a line, cuts a running head, and shows that a letter is missing', async () => {
    const long = 'Donaudampfschifffahrt'.repeat(12)
    const blocks: Block[] = [{ kind: 'paragraph', text: `${long} 🌱` }]
    const { pages } = await readPdf(await reportPdf({ ...report, runningHead: long, blocks }))
    const [first, ...lines] = (pages.at(-1) ?? '').split('\n')
    expect(first).toMatch(/^Donau.*…$/)
    expect(lines.join('')).toContain(`${long} ?`)
  })
})
