import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A file with some letters of a typeface. */
export type FontFile = {
  /** Names the file within a document. */
  key: string
  path: string
  /** Which instance of a variable font. */
  weight?: number
}

/** The files of a typeface that have a character, none or several. */
export type Typeface = { filesWith: (codePoint: number) => readonly FontFile[] }

export type TextStyle = 'serif' | 'serif-text' | 'serif-italic' | 'sans' | 'sans-strong'

const NOTO_WEIGHT = 500

/** The faces of our pages. Literata has Latin with all its marks, Greek and Cyrillic; Instrument Sans has Latin. */
const own: Record<TextStyle, Typeface> = {
  serif: wholeFile('Literata-Medium', '@expo-google-fonts/literata/500Medium/Literata_500Medium.ttf'),
  'serif-text': wholeFile('Literata-Regular', '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf'),
  'serif-italic': wholeFile(
    'Literata-Italic',
    '@expo-google-fonts/literata/400Regular_Italic/Literata_400Regular_Italic.ttf',
  ),
  sans: variableFont('instrument-sans', 400),
  'sans-strong': variableFont('instrument-sans', 500),
}

const otherScripts: readonly Typeface[] = [
  own.serif,
  variableFont('noto-naskh-arabic'),
  variableFont('noto-serif-hebrew'),
  variableFont('noto-serif-devanagari'),
  variableFont('noto-serif-bengali'),
  variableFont('noto-serif-gurmukhi'),
  variableFont('noto-serif-gujarati'),
  variableFont('noto-serif-tamil'),
  variableFont('noto-serif-telugu'),
  variableFont('noto-serif-kannada'),
  variableFont('noto-serif-malayalam'),
  variableFont('noto-serif-sinhala'),
  variableFont('noto-serif-thai'),
  variableFont('noto-serif-lao'),
  variableFont('noto-serif-khmer'),
  staticFont('noto-serif-myanmar'),
  variableFont('noto-serif-georgian'),
  variableFont('noto-serif-armenian'),
  variableFont('noto-serif-ethiopic'),
]

const simplifiedChinese = variableFont('noto-serif-sc')
const traditionalChinese = variableFont('noto-serif-tc')
const japanese = variableFont('noto-serif-jp')
const korean = variableFont('noto-serif-kr')

/**
 * The typefaces for `text`, the best first. Han characters are drawn in four ways; kana and hangul tell which one is
 * meant, and otherwise it is the way that has all characters of the text.
 */
export function typefacesFor(text: string, style: TextStyle): Typeface[] {
  const han = codePointsOf(text.replace(/[^\p{Script=Han}]/gu, ''))
  const missing = (face: Typeface) => han.filter((codePoint) => face.filesWith(codePoint).length === 0).length
  const meant = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? [japanese]
    : /\p{Script=Hangul}/u.test(text)
      ? [korean]
      : []
  const eastAsian = [simplifiedChinese, traditionalChinese, japanese, korean]
  return [own[style], ...otherScripts, ...meant, ...eastAsian.toSorted((one, other) => missing(one) - missing(other))]
}

/** The one file of a typeface that may have all of these characters. */
export function fileWith(face: Typeface, characters: string): FontFile | undefined {
  const [first, ...others] = codePointsOf(characters).map(face.filesWith)
  return first?.find((file) => others.every((files) => files.includes(file)))
}

const codePointsOf = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0)

function wholeFile(key: string, file: string): Typeface {
  const files = [{ key, path: require.resolve(file) }]
  return { filesWith: () => files }
}

function variableFont(family: string, weight = NOTO_WEIGHT): Typeface {
  return sliced(`@fontsource-variable/${family}`, (subset) => ({
    key: `${family}-${subset}-${weight}`,
    path: `files/${family}-${subset}-wght-normal.woff2`,
    weight,
  }))
}

function staticFont(family: string): Typeface {
  return sliced(`@fontsource/${family}`, (subset) => ({
    key: `${family}-${subset}`,
    path: `files/${family}-${subset}-${NOTO_WEIGHT}-normal.woff2`,
  }))
}

/** Fontsource cuts a typeface into files and lists the characters of each in `unicode.json`. */
function sliced(packageName: string, fileOf: (subset: string) => FontFile): Typeface {
  let index: Map<number, FontFile[]> | undefined
  return {
    filesWith(codePoint) {
      index ??= indexSlices(packageName, fileOf)
      return index.get(codePoint) ?? []
    },
  }
}

function indexSlices(packageName: string, fileOf: (subset: string) => FontFile): Map<number, FontFile[]> {
  const index = new Map<number, FontFile[]>()
  const subsets: Record<string, string> = JSON.parse(
    readFileSync(require.resolve(`${packageName}/unicode.json`), 'utf8'),
  )
  for (const [subset, ranges] of Object.entries(subsets)) {
    const file = fileOf(subset.replaceAll(/[[\]]/g, ''))
    const resolved = { ...file, path: require.resolve(`${packageName}/${file.path}`) }
    for (const codePoint of codePointsIn(ranges)) index.set(codePoint, [...(index.get(codePoint) ?? []), resolved])
  }
  return index
}

/** Ranges as CSS writes them: `U+0900-097F, U+20B9`. */
function* codePointsIn(ranges: string): Generator<number> {
  for (const range of ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)) {
    const first = Number.parseInt(range[1] ?? '', 16)
    const last = Number.parseInt(range[2] ?? range[1] ?? '', 16)
    for (let codePoint = first; codePoint <= last; codePoint++) yield codePoint
  }
}
