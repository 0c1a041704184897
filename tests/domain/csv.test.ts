import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvText } from '#app/domain/csv.ts'

const typed = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', ';', ',', '"', "'", '\t', '\n', '\r', ' ', '1', 'a'),
})

describe('what somebody typed, in a file that a spreadsheet opens', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 20', "'+44 20"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', " '=1"],
    ['A list; =1', "A list; '=1"],
    ['First\n- second', "First\n'- second"],
    ['-12.50', '-12.50'],
    ['Well-being = more', 'Well-being = more'],
  ])('%j is kept as %j', (text, kept) => {
    expect(parse(csvText([[text]]))).toEqual([[kept]])
  })

  it('begins no formula, whether cells are parted by commas or by semicolons', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const piece of csvCell(text)
          .replace(/^"/, '')
          .split(/[;\t\r\n]/))
          expect(piece.trim()).not.toMatch(/^([=+@]|-(?!\d+$))/)
      }),
    )
  })

  it('loses nothing but what keeps it from being run', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 2 }), (cells) => {
        const [read = []] = parse(csvText([cells]))
        expect(read.map((cell) => cell.replaceAll("'", ''))).toEqual(cells.map((cell) => cell.replaceAll("'", '')))
      }),
    )
  })
})
