import { type Finding, findAll, isPrecededBy } from './hit.ts'

// Every repetition in these patterns has a limit, and begins only where a word does: the time is linear in the text.
const LOCAL = "[\\p{L}\\p{N}._%+'-]"
const EMAIL = new RegExp(`(?<!${LOCAL})${LOCAL}{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}`, 'gu')

export const findEmails = (text: string): Finding[] => findAll(text, EMAIL, 'It has the form of an e-mail address.')

/** Begins as a number is dialled, and goes on in groups. Two spaces in a row end it. */
const DIALLED =
  /(?<![\p{L}\p{N}.,:+/-])(?:\+\d{1,3}|\(\+?\d{1,5}\)|00[1-9]|0\d)(?:[ \u00a0.()/-]{0,2}\d){5,13}(?!\p{L}|-?\d)/gu
const CALLED =
  /(?<![\p{L}\p{N}])(?:tel|telephone|phone|mobile|mob|tlf|telefon|telefoon|whatsapp|ring|rang|call|called|text|texted)(?:[.:]|\s{1,3}(?:me|her|him|them|us))?\s{0,3}(?:number|no\.?|nr\.?)?\s{0,3}(?:is|was|on|at|op|på)?[\s:]{0,3}(?<number>\d(?:[ -]?\d){5,11})(?!\p{L}|\d|[.:/]\d)/giu
const DATE = /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d\d-\d\d)(?![./-]?\d)/

/** Numbers of books, articles and authors. */
const PUBLISHED = /\b(?:isbn(?:-1[03])?|issn|orcid|doi|pmid|pubmed)\W{0,3}$/i

/**
 * Phone numbers: what is written as one, with an area or country code or after a word such as "mobile".
 * @param isPhoneNumber whether such digits could be dialled: a numbering plan, which we leave to a library.
 */
export const findPhones = (text: string, isPhoneNumber: (typed: string) => boolean): Finding[] => [
  ...findAll(text, DIALLED, 'It has the form of a phone number.').flatMap((finding) => {
    if (isPrecededBy(text, finding.from, PUBLISHED)) return []
    const typed = dialled(text.slice(finding.from, finding.to), isPhoneNumber)
    return typed === null ? [] : [{ ...finding, to: finding.from + typed.length }]
  }),
  ...calledNumbers(text),
]

/** The longest beginning, by whole groups, that could be dialled: "0161 496 0000 25" is a number and something else. */
function dialled(typed: string, isPhoneNumber: (typed: string) => boolean): string | null {
  for (let groups = typed; groups.length > 6; groups = groups.replace(/[^\d]*\d+[^\d]*$/, ''))
    if (isLongEnough(groups) && !DATE.test(groups) && !isListOfFigures(groups) && isPhoneNumber(groups)) return groups
  return null
}

/** Shorter numbers are dialled only within a town, and look like any other figure. */
const isLongEnough = (typed: string) => typed.replace(/\D/g, '').length >= 9

/** "0 1 2 3 4": figures of a scale or a table, each on its own. */
const isListOfFigures = (typed: string) => (typed.match(/(?<!\d)\d(?!\d)/g) ?? []).length > 2

const calledNumbers = (text: string): Finding[] =>
  [...text.matchAll(CALLED)].map(({ 0: found, index, groups }) => ({
    from: index + found.length - (groups?.number?.length ?? 0),
    to: index + found.length,
    because: 'The words before it say that it is a phone number.',
  }))

const AREAS =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|W|YO|ZE'
const POSTCODE = `(?:${AREAS})\\d[\\dA-HJKPSTUW]? ?\\d[ABD-HJLNP-UW-Z]{2}`
/** In capitals, or all in small letters: "B1 2nd" is a bed and a place in a row. */
const UK_POSTCODES = [POSTCODE, POSTCODE.toLowerCase()].map(
  (pattern) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'),
)
const DUTCH_POSTCODE = /(?<![\p{L}\p{N}.,/-])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![\p{L}\p{N}])/gu
/** What stands after four digits as a unit or a country: "2000 IU", "2019 UK guidance". */
const NO_DUTCH_POSTCODE = /(?:IU|IE|MG|ML|KM|GP|UK|US|EU|NL|NZ|AM|PM|AD|BC|CE|PD|OT)$|^(?:19|20)\d\d /
const TOWN = /^,? {1,2}\p{Lu}\p{Ll}/u

/** Postcodes of the United Kingdom and of the Netherlands. A year before two capitals counts only where a town follows. */
export const findPostcodes = (text: string): Finding[] => [
  ...UK_POSTCODES.flatMap((pattern) => findAll(text, pattern, 'It has the form of a UK postcode.')),
  ...findAll(text, DUTCH_POSTCODE, 'It has the form of a Dutch postcode.').filter(
    ({ from, to }) =>
      !NO_DUTCH_POSTCODE.test(text.slice(from, to)) ||
      (TOWN.test(text.slice(to, to + 4)) && !isPrecededBy(text, from, /\b(?:in|since|from|of|by)\s{1,2}$/i)),
  ),
]
