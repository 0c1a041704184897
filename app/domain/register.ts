/** With whom somebody in the register works. The keys are stored: a name may change, a key may not. */
const WORKS_WITH = {
  adults: 'Adults',
  adolescents: 'Adolescents',
  children: 'Children',
  older_adults: 'Older adults',
  couples: 'Couples',
  families: 'Families and parents',
  groups: 'Groups',
  inpatients: 'Inpatients and day hospitals',
  forensic: 'Forensic services',
  perinatal: 'Perinatal services',
  eating_disorders: 'Eating disorders',
  addiction: 'Addiction',
  psychosis: 'Psychosis',
  trauma: 'Trauma',
  learning_disability: 'Learning disability',
  interpreters: 'Through interpreters',
} as const

export type WorksWith = keyof typeof WORKS_WITH
export const worksWithKeys = Object.keys(WORKS_WITH) as WorksWith[]
export const isWorksWith = (key: string): key is WorksWith => Object.hasOwn(WORKS_WITH, key)

/** Keys in the order of the list, in words. One that is no longer offered is left out. */
export const worksWithNames = (keys: readonly string[]): string[] =>
  worksWithKeys.filter((key) => keys.includes(key)).map((key) => WORKS_WITH[key])

/** What a person agreed to show of themselves. What is empty is not shown; name and status come from their credentials. */
export type Listing = {
  showsProfession: boolean
  town: string
  /** ISO 3166-1, or empty. */
  country: string
  /** ISO 639. */
  languages: string[]
  worksWith: string[]
  /** Whether search engines may list the person. */
  isIndexable: boolean
}

export type ListingField = keyof Listing

/** Which fields of two listings differ: what is recorded of a change, since what they say is the person's own. */
export const changedFields = (before: Listing, after: Listing): ListingField[] =>
  (Object.keys(after) as ListingField[]).filter((field) => String(before[field]) !== String(after[field]))

/** 50 bits: a person's page is found by the register's search, and not by trying. */
export const LISTING_CODE_BYTES = 7
const CODE_LENGTH = 10
/** No I, L, O or U, as in the numbers of certificates; small, as an address is written. */
const CODE_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * The part of an address under which somebody stands in the register. It tells nothing of the person and is drawn once.
 * @param random exactly {@link LISTING_CODE_BYTES} bytes from a cryptographic source.
 */
export function listingCode(random: Uint8Array): string {
  if (random.length !== LISTING_CODE_BYTES) throw new RangeError('a code of the register is made of 7 bytes')
  let bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let code = ''
  for (; code.length < CODE_LENGTH; bits >>= 5n) code += CODE_ALPHABET[Number(bits & 31n)]
  return code
}

export const isListingCode = (text: string): boolean => new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`).test(text)
