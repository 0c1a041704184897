/**
 * Languages that people work in, by ISO 639-1, and 639-3 where that has none; sign languages beside spoken ones. Alphabetical by their
 * English names.
 */
const NAMES = {
  af: 'Afrikaans',
  sq: 'Albanian',
  ase: 'American Sign Language',
  am: 'Amharic',
  ar: 'Arabic',
  hy: 'Armenian',
  az: 'Azerbaijani',
  eu: 'Basque',
  be: 'Belarusian',
  bn: 'Bengali',
  bs: 'Bosnian',
  bfi: 'British Sign Language',
  bg: 'Bulgarian',
  yue: 'Cantonese',
  ca: 'Catalan',
  hr: 'Croatian',
  cs: 'Czech',
  da: 'Danish',
  prs: 'Dari',
  nl: 'Dutch',
  dse: 'Dutch Sign Language',
  en: 'English',
  et: 'Estonian',
  fil: 'Filipino',
  fi: 'Finnish',
  fr: 'French',
  fsl: 'French Sign Language',
  gl: 'Galician',
  ka: 'Georgian',
  de: 'German',
  gsg: 'German Sign Language',
  el: 'Greek',
  gu: 'Gujarati',
  ht: 'Haitian Creole',
  ha: 'Hausa',
  he: 'Hebrew',
  hi: 'Hindi',
  hu: 'Hungarian',
  is: 'Icelandic',
  ig: 'Igbo',
  id: 'Indonesian',
  ga: 'Irish',
  isg: 'Irish Sign Language',
  it: 'Italian',
  ja: 'Japanese',
  kk: 'Kazakh',
  ko: 'Korean',
  ku: 'Kurdish',
  lv: 'Latvian',
  lt: 'Lithuanian',
  lb: 'Luxembourgish',
  mk: 'Macedonian',
  ms: 'Malay',
  ml: 'Malayalam',
  mt: 'Maltese',
  cmn: 'Mandarin',
  mr: 'Marathi',
  ne: 'Nepali',
  no: 'Norwegian',
  nsl: 'Norwegian Sign Language',
  ps: 'Pashto',
  fa: 'Persian',
  pl: 'Polish',
  pt: 'Portuguese',
  pa: 'Punjabi',
  ro: 'Romanian',
  ru: 'Russian',
  gd: 'Scottish Gaelic',
  sr: 'Serbian',
  si: 'Sinhala',
  sk: 'Slovak',
  sl: 'Slovenian',
  so: 'Somali',
  es: 'Spanish',
  sw: 'Swahili',
  sv: 'Swedish',
  ta: 'Tamil',
  te: 'Telugu',
  th: 'Thai',
  ti: 'Tigrinya',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  uz: 'Uzbek',
  vi: 'Vietnamese',
  cy: 'Welsh',
  yi: 'Yiddish',
  yo: 'Yoruba',
  zu: 'Zulu',
} as const

type Language = keyof typeof NAMES

const codes = Object.keys(NAMES) as Language[]
const isLanguage = (code: string): code is Language => Object.hasOwn(NAMES, code)
export const languageName = (code: string): string => (isLanguage(code) ? NAMES[code] : code)

const byName = new Map(codes.map((code) => [NAMES[code].toLowerCase(), code]))

/**
 * Languages as people write them: English names with commas, semicolons or line ends between.
 * @returns each once, in the order written, and what is no language that is known here.
 */
export function readLanguages(typed: string): { languages: string[]; unknown: string[] } {
  const words = typed.split(/[,;\n]|\band\b/i).map((word) => word.trim().replaceAll(/\s+/g, ' '))
  const languages = new Set<string>()
  const unknown: string[] = []
  for (const word of words.filter(Boolean)) {
    const code = byName.get(word.toLowerCase()) ?? alsoCalled.get(word.toLowerCase())
    if (code) languages.add(code)
    else unknown.push(word)
  }
  return { languages: [...languages], unknown }
}

/** What else people call them. */
const alsoCalled = new Map<string, Language>([
  ['asl', 'ase'],
  ['bsl', 'bfi'],
  ['ngt', 'dse'],
  ['castilian', 'es'],
  ['chinese', 'cmn'],
  ['farsi', 'fa'],
  ['flemish', 'nl'],
  ['gaelic', 'gd'],
  ['tagalog', 'fil'],
])
