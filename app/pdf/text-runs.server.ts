import bidiFactory from 'bidi-js'
import { type Direction, type Font, hasGlyphsFor, openFont, widthOf } from './fonts.server.ts'
import { fileWith, type TextStyle, type Typeface, typefacesFor } from './typefaces.server.ts'

const bidi = bidiFactory()
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Text of one font and one direction. */
type Run = { text: string; font: Font; level: number }

/** One line, its runs in the order in which they stand on paper from left to right. */
export type Line = { runs: { text: string; font: Font }[] /** At a size of one point. */; width: number }

type Cluster = { text: string; level: number }

/**
 * Sets one line: chooses a font for each letter, and puts what is written from right to left in its place.
 * @param standIn is drawn for a letter that none of our fonts has. Without one it is left out: what no certificate may do without is
 * found before it is issued.
 */
export async function setLine(text: string, style: TextStyle, standIn = ''): Promise<Line> {
  const runs: Run[] = []
  const faces = typefacesFor(text, style)
  for (const cluster of clustersOf(text)) {
    const last = runs.at(-1)
    const own = await fontFor(cluster, faces, last)
    const font = own ?? (standIn && (await fontFor({ ...cluster, text: standIn }, faces, last)))
    if (!font) continue
    const shown = own ? cluster.text : standIn
    if (last && last.font === font && last.level === cluster.level) last.text += shown
    else runs.push({ text: shown, font, level: cluster.level })
  }
  return { runs: inVisualOrder(runs), width: runs.reduce((sum, run) => sum + widthOf(run.font, run.text), 0) }
}

/** The letters that none of our fonts has, each once, in the order of the text. */
export async function lettersWithoutFont(text: string): Promise<string[]> {
  const missing = new Set<string>()
  const faces = typefacesFor(text, 'serif')
  for (const cluster of clustersOf(text)) if (!(await fontFor(cluster, faces))) missing.add(cluster.text)
  return [...missing]
}

function clustersOf(text: string): Cluster[] {
  const composed = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const { levels } = bidi.getEmbeddingLevels(composed, 'auto')
  return [...graphemes.segment(composed)]
    .map(({ segment, index }) => ({ text: segment.replaceAll(/\p{Bidi_Control}/gu, ''), level: levels[index] ?? 0 }))
    .filter((cluster) => cluster.text !== '')
}

const directionOf = (level: number): Direction => (level % 2 === 1 ? 'rtl' : 'ltr')

/** Spaces and punctuation stay in the font of what stands before them. */
const isNeutral = (text: string) => /^[\p{Script=Common}\p{Script=Inherited}]+$/u.test(text)

async function fontFor(cluster: Cluster, faces: readonly Typeface[], last?: Run): Promise<Font | undefined> {
  if (last && last.level === cluster.level && isNeutral(cluster.text) && hasGlyphsFor(last.font, cluster.text))
    return last.font
  for (const face of faces) {
    const file = fileWith(face, cluster.text)
    const font = file && (await openFont(file, directionOf(cluster.level)))
    if (font && hasGlyphsFor(font, cluster.text)) return font
  }
  return undefined
}

/** Rule L2 of the Unicode bidirectional algorithm, on runs: each already stands in its own order. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start
      while ((ordered[end]?.level ?? -1) >= level) end++
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = Math.max(start, end - 1)
    }
  }
  return ordered
}
