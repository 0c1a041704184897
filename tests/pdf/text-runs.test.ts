import { describe, expect, it } from 'vitest'
import { lettersWithoutFont, setLine } from '#app/pdf/text-runs.server.ts'
import { namesOfManyScripts } from './names.ts'

const runsOf = async (text: string) =>
  (await setLine(text, 'serif')).runs.map((run) => ({ text: run.text, font: run.font.key }))

describe('a line of text', () => {
  it.each(Object.entries(namesOfManyScripts))('has a glyph for every letter of a name in %s', async (_, name) => {
    const { runs } = await setLine(name, 'serif')
    expect(runs.flatMap(({ font, text }) => font.layout(text).glyphs).filter(({ id }) => id === 0)).toEqual([])
    expect(await lettersWithoutFont(name)).toEqual([])
  })

  it('sets a Latin name, whatever its diacritics, in one font and one piece', async () => {
    expect(await runsOf('Nguyễn Łukasz Țîrlea Щербакова')).toHaveLength(1)
  })

  it('puts words that are written from right to left in their order on paper', async () => {
    const [run, ...others] = (await setLine('אבג דהו', 'serif')).runs
    expect(others).toEqual([])
    // The first letter of the first word stands at the right end of the line.
    const characters = run?.font
      .layout(run.text)
      .glyphs.flatMap(({ codePoints }) => String.fromCodePoint(...codePoints))
    expect(characters?.join('')).toBe('והד גבא')
  })

  it('keeps each part of a name of two scripts in its own direction', async () => {
    expect(await runsOf('Layla محمد Haddad')).toEqual([
      { text: 'Layla ', font: expect.stringMatching(/^Literata.*-ltr$/) },
      { text: 'محمد', font: expect.stringMatching(/^noto-naskh-arabic.*-rtl$/) },
      { text: ' Haddad', font: expect.stringMatching(/^Literata.*-ltr$/) },
    ])
  })

  it('begins at the right when the first letter is of a script written from right to left', async () => {
    expect((await runsOf('כהן Smith')).map(({ text }) => text.trim())).toEqual(['Smith', 'כהן'])
  })

  it('joins the letters of Arabic', async () => {
    const [run] = (await setLine('محمد', 'serif')).runs
    const idsOf = (text: string) => run?.font.layout(text).glyphs.map(({ id }) => id) ?? []
    expect(idsOf('محمد')).not.toEqual([...'محمد'].reverse().flatMap(idsOf))
  })

  it('draws Han characters the Japanese way beside kana, the Korean way beside hangul', async () => {
    const fonts = async (text: string) => (await runsOf(text)).map(({ font }) => font.split('-')[2])
    expect(new Set(await fonts('直美さくら'))).toEqual(new Set(['jp']))
    expect(new Set(await fonts('金민준'))).toEqual(new Set(['kr']))
    expect(new Set(await fonts('王晓明'))).toEqual(new Set(['sc']))
  })
})

describe('letters that no font has', () => {
  it('are named, each once, as people see them', async () => {
    expect(await lettersWithoutFont('Ada 😀 ꦱꦸ 😀')).toEqual(['😀', 'ꦱꦸ'])
  })

  it('are never spaces, joiners or marks of direction', async () => {
    expect(await lettersWithoutFont('Ada\u00a0 Lovelace\u200f گیلانی\u200cنژاد')).toEqual([])
  })
})
