import { type Finding, findAll, isPrecededBy } from './hit.ts'

/** In English, Dutch and Norwegian. */
export const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januari', 'januar'],
  ['february', 'feb', 'februari', 'februar'],
  ['march', 'mar', 'maart', 'mars'],
  ['april', 'apr'],
  ['may', 'mei', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug', 'augustus'],
  ['september', 'sept', 'sep'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec', 'desember', 'des'],
]
const MONTH = `(?<month>${MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')})\\.?`
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?\\.?'
const YEAR = '(?<year>(?:18|19|20)\\d\\d)'
const FULL_DATES = [
  `(?<year>(?:18|19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)`,
  `(?<day>[0-3]?\\d)(?<between>[./-])(?<month>[01]?\\d)\\k<between>(?<year>(?:18|19|20)?\\d\\d)`,
  `${DAY} {1,2}(?:of )?${MONTH},? {1,2}${YEAR}`,
  `${MONTH} {1,2}${DAY},? {1,2}${YEAR}`,
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}./-])${pattern}(?![\\p{L}\\p{N}]|[./-]\\d)`, 'giu'))
/** Only beside "born" or "birthday". */
const PART_DATES = [`${DAY} {1,2}(?:of )?${MONTH}`, `${MONTH} {1,2}${YEAR}`, `${MONTH} {1,2}${DAY}`].map(
  (pattern) => new RegExp(`(?<![\\p{L}\\p{N}./-])${pattern}(?![\\p{L}\\p{N}]|[./-]\\d)`, 'giu'),
)

const BIRTH =
  /\b(?:born|d\.?o\.?b\.?|date of birth|birth ?date|birthday|geboren|geb\.?|geboortedatum|født|fødselsdato)(?:\s{1,2}(?:is|was|on|op|in|den|the|falls)){0,3}[\s:(]{0,3}$/i
/** Younger than this nobody is treated alone: a full date nearer to today is that of a session or a letter. */
const YOUNGEST_YEARS = 10
const OLDEST_YEARS = 110

/**
 * Dates of birth: any date that the text says is one, and a full date so long ago that it may well be.
 * @param today `YYYY-MM-DD`, where the writer is.
 */
export function findBirthDates(text: string, today: string): Finding[] {
  const thisYear = Number(today.slice(0, 4))
  const said = [...FULL_DATES, ...PART_DATES]
    .flatMap((pattern) => findAll(text, pattern, 'The words before it say that it is a date of birth.'))
    .filter(({ from }) => isPrecededBy(text, from, BIRTH))
  const old = FULL_DATES.flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(({ groups }) => isLongAgo(groups, thisYear))
    .map(({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
      because: `A full date more than ${YOUNGEST_YEARS} years ago may be a date of birth.`,
    }))
  return [...said, ...old]
}

function isLongAgo(groups: Record<string, string> | undefined, thisYear: number): boolean {
  const day = Number(groups?.day)
  const month = monthOf(groups?.month ?? '')
  const age = thisYear - yearOf(groups?.year ?? '', thisYear)
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && age > YOUNGEST_YEARS && age <= OLDEST_YEARS
}

const monthOf = (typed: string) =>
  /^\d+$/.test(typed) ? Number(typed) : MONTHS.findIndex((names) => names.includes(typed.toLowerCase())) + 1

/** Two digits are of this century up to this year, and of the last one after it. */
function yearOf(typed: string, thisYear: number): number {
  const year = Number(typed)
  if (typed.length === 4) return year
  const century = thisYear - (thisYear % 100)
  return century + year > thisYear ? century - 100 + year : century + year
}
