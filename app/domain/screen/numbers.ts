import { type Finding, findAll, isPrecededBy } from './hit.ts'

const TEN_DIGITS = /(?<![\p{L}\p{N}]|\d[-./])\d{3}([ \u00a0-]?)\d{3}\1\d{4}(?![\p{L}\p{N}]|[-./]\d)/gu
const ELEVEN_DIGITS = /(?<![\p{L}\p{N}])\d{6} ?\d{5}(?![\p{L}\p{N}])/gu
/** An ISBN of ten digits has the same check digit. */
const ISBN = /\bisbn(?:-10)?\W{0,3}$/i

/**
 * NHS numbers (and the CHI and H&C numbers of Scotland and Northern Ireland, which are made the same way) by their check digit.
 */
export const findNhsNumbers = (text: string): Finding[] =>
  findAll(text, TEN_DIGITS, 'Ten digits with the check digit of an NHS number.').filter(
    ({ from, to }) => isNhsNumber(text.slice(from, to)) && !isPrecededBy(text, from, ISBN),
  )

/**
 * Whether ten digits, spaced or not, end with the check digit of an NHS number: weights 10 to 2 over the first nine, modulo 11,
 * taken from 11; 11 is written 0 and 10 is never issued (NHS Data Dictionary, NHS NUMBER).
 */
export function isNhsNumber(typed: string): boolean {
  const digits = digitsOf(typed)
  if (digits.length !== 10 || new Set(digits).size === 1) return false
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0)
  return (11 - (sum % 11)) % 11 === digits[9]
}

const FNR_WEIGHTS = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
]

/** Whether eleven digits are a Norwegian fødselsnummer: two check digits, each making its weighted sum divisible by 11. */
export function isNorwegianNumber(typed: string): boolean {
  const digits = digitsOf(typed)
  if (digits.length !== 11 || new Set(digits).size === 1) return false
  return FNR_WEIGHTS.every(
    (weights) => weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11 === 0,
  )
}

const digitsOf = (typed: string) => [...typed.replace(/\D/g, '')].map(Number)

/** Two letters (not D F I Q U V), six digits, A to D: HMRC's format. */
const NATIONAL_INSURANCE = /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d{2}){3} ?[A-D](?![\p{L}\p{N}])/gu
/** As hospitals stamp their notes: a letter or two, then six to eight digits. */
const HOSPITAL_NUMBER = /(?<![\p{L}\p{N}/-])[A-Z]{1,2}\d{6,8}(?![\p{L}\p{N}])/gu

const WHOSE =
  '(?:hospital|mrn|medical|health|record|patient|chart|case|client|referral|report|unit|nhs|chi|bsn|rio|epr|emis|systmone|carenotes|paris|datix|incident|passport|insurance|policy|licence|national insurance|ni)'
const NUMBER = '(?:(?:number|num|no|nr|id|ref|reference|identifier)(?!\\p{L})\\.?|#)'
const TOKEN =
  '(?<token>(?=\\p{L}{0,6}[ /-]?\\d)[\\p{L}\\d]{1,12}(?:[/-][\\p{L}\\d]{1,12}| \\d{1,12}(?![\\p{L}\\d])| \\p{Lu}(?![\\p{L}\\d])){0,6})'
const CUE = `(?:(?:${WHOSE}\\s{1,3}){1,3}${NUMBER}|mrn|bsn|fødselsnummer|fødselsnr\\.?|(?:our |your )?ref(?!\\p{L})\\.?(?: ${NUMBER})?)(?: (?:on|in|of|for|from) (?:the|a|her|his|their|my) \\p{L}{1,20})?`
const SAID = new RegExp(
  `(?<![\\p{L}\\p{N}])(?i:${CUE}(?:\\s{1,3}(?:is|was|of))?)\\s{0,3}[:=#,]?\\s{0,3}${TOKEN}(?![\\p{L}\\p{N}])`,
  'gu',
)
/** "Case number 3" and "clip ref. 2026/14" count things; what names a person's record is longer. */
const isLong = (typed: string) => digitsOf(typed).length >= 5 && !/^(?:19|20)\d\d[/-]\d{1,2}$/.test(typed)

/** Record, hospital and national numbers: by their format, or since the text says that they are one. */
export function findRecordNumbers(text: string): Finding[] {
  return [
    ...saidToBeNumbers(text),
    ...findAll(text, HOSPITAL_NUMBER, 'It has the form of a hospital or record number.'),
    ...findAll(text, NATIONAL_INSURANCE, 'It has the form of a National Insurance number.'),
    ...findAll(text, ELEVEN_DIGITS, 'Eleven digits with the check digits of a Norwegian national number.').filter(
      ({ from, to }) => isNorwegianNumber(text.slice(from, to)),
    ),
  ]
}

const saidToBeNumbers = (text: string): Finding[] =>
  [...text.matchAll(SAID)]
    .map(({ 0: found, index, groups }) => ({
      from: index + found.length - (groups?.token?.length ?? 0),
      to: index + found.length,
      because: 'The words before it say that it is somebody’s number.',
    }))
    .filter(({ from, to }) => isLong(text.slice(from, to)))
