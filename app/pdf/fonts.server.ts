import { readFile } from 'node:fs/promises'
import { create, type Font as ParsedFont } from 'fontkit'
import * as harfbuzz from 'harfbuzzjs'
import subsetFont from 'subset-font'
import type { FontFile } from './typefaces.server.ts'

export type Direction = 'ltr' | 'rtl'

type Glyph = { id: number; advanceWidth: number; codePoints: number[] }
type Shaped = { glyphs: Glyph[]; positions: harfbuzz.GlyphPosition[]; advanceWidth: number }

/** A font in one direction of writing, as PDFKit takes it: what fontkit parsed, with HarfBuzz in the place of its shaping. */
export type Font = ParsedFont & { key: string; layout: (text: string) => Shaped }

/** A file takes up to 100 ms to open and about 200 KB to keep. */
const CAPACITY = 60
const opened = new Map<string, Promise<Font>>()

/** Opens a font file, or finds it open. */
export function openFont(file: FontFile, direction: Direction): Promise<Font> {
  const key = `${file.key}-${direction}`
  const font = opened.get(key) ?? readFont(file, direction, key)
  opened.delete(key)
  opened.set(key, font)
  // What could not be read this time is tried again the next.
  font.catch(() => opened.delete(key))
  for (const oldest of opened.keys()) {
    if (opened.size <= CAPACITY) break
    opened.delete(oldest)
  }
  return font
}

/** fontkit looks a few bytes past the last glyph when that one is empty. */
const PADDING = Buffer.alloc(16)

async function readFont(file: FontFile, direction: Direction, key: string): Promise<Font> {
  const source = await readFile(file.path)
  const bytes = file.path.endsWith('.ttf') ? source : await plainFont(source, file.weight)
  const parsed = create(Buffer.concat([bytes, PADDING])) as ParsedFont
  const shaper = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes)))
  const layout = (text: string) => shape(shaper, text, direction)
  // PDFKit takes two fonts of one PostScript name for the same, which the slices of a typeface have in common.
  return Object.create(parsed, { key: { value: key }, postscriptName: { value: key }, layout: { value: layout } })
}

/** One weight of a compressed variable font as plain TrueType, which is what a PDF can carry. */
function plainFont(source: Buffer, weight?: number): Promise<Buffer> {
  const options: Parameters<typeof subsetFont>[2] & { keepAllGlyphs: true; noHinting: true } = {
    targetFormat: 'truetype',
    keepAllGlyphs: true,
    noHinting: true,
    ...(weight && { variationAxes: { wght: weight } }),
  }
  return subsetFont(source, '', options)
}

/** HarfBuzz, because fontkit's own shaping fails on several Indic scripts and on Khmer. */
function shape(font: harfbuzz.Font, text: string, direction: Direction): Shaped {
  const buffer = new harfbuzz.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(harfbuzz.Direction[direction === 'rtl' ? 'RTL' : 'LTR'])
  harfbuzz.shape(font, buffer)
  const infos = buffer.getGlyphInfos()
  const positions = buffer.getGlyphPositions()
  const clusters = [...new Set(infos.map(({ cluster }) => cluster))].sort((one, other) => one - other)
  const spoken = new Set<number>()
  const glyphs = infos.map(({ codepoint: id, cluster }) => {
    // The first glyph of a cluster stands for all its characters, so that text which is copied or read aloud is whole.
    const characters = spoken.has(cluster) ? '' : text.slice(cluster, clusters[clusters.indexOf(cluster) + 1])
    spoken.add(cluster)
    const codePoints = [...characters].map((character) => character.codePointAt(0) ?? 0)
    return { id, advanceWidth: font.glyphHAdvance(id), codePoints }
  })
  return { glyphs, positions, advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) }
}

const MISSING_GLYPH = 0

/** Letters of a font whose glyphs were looked for already: a long text asks for the same few over and over. */
const lookedFor = new WeakMap<Font, Map<string, boolean>>()
const MOST_LETTERS = 5_000

export function hasGlyphsFor(font: Font, letter: string): boolean {
  const known = lookedFor.get(font) ?? new Map<string, boolean>()
  lookedFor.set(font, known)
  const found = known.get(letter) ?? font.layout(letter).glyphs.every(({ id }) => id !== MISSING_GLYPH)
  if (known.size < MOST_LETTERS) known.set(letter, found)
  return found
}

/** In points at a size of one point. */
export const widthOf = (font: Font, text: string): number => font.layout(text).advanceWidth / font.unitsPerEm
