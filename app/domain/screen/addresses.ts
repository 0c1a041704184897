import { type Finding, findAll } from './hit.ts'

const WORD = "\\p{Lu}[\\p{L}'’-]{1,24}"
const STREET = `(?:St\\.? )?(?:${WORD} ){1,3}`
const KIND_OF_STREET =
  '(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Crescent|Cres|Gardens|Gdns|Terrace|Way|Court|Place|Grove|Square|Hill|Row|Mews|Walk|Rise|Parade|Buildings|Boulevard)'
const ENDS = '(?![\\p{L}\\p{N}])'
const BEGINS = '(?<![\\p{L}\\p{N}.,/-])'
const TOWN = `(?:, ?(?:\\d{4} ?(?:[A-Z]{2} )?)?${WORD}(?: ${WORD})?(?= ?[,.;)\\n]|$| \\p{Lu}{1,2}\\d))?`

const FLAT_BEHIND = '(?:, (?:Flat|Apartment|Apt|Unit|Room) \\d{1,4}[A-Za-z]?)?'

const NUMBERED = new RegExp(
  `${BEGINS}(?:(?:Flat|Apartment|Apt|Unit|Room) \\d{1,4}[A-Za-z]?,? )?\\d{1,4}[A-Za-z]?,? ${STREET}${KIND_OF_STREET}${ENDS}${FLAT_BEHIND}${TOWN}`,
  'gu',
)
const LIVED_IN = new RegExp(
  `(?<=\\b(?:live|lives|lived|living|home|house|flat|moved|stays|staying|address|address is)(?: is)?[ :]{1,2}(?:in |on |at |to |off )?)${STREET}${KIND_OF_STREET}${ENDS}`,
  'gu',
)
const FLAT = new RegExp(
  `${BEGINS}(?:Flat|Apartment|Apt) \\d{1,4}[A-Za-z]?,? (?:${WORD} ){1,3}(?:House|Court|Tower|Point|Lodge|Heights)${ENDS}`,
  'gu',
)
/** Dutch and Norwegian streets carry their kind at the end of the word, and the number behind it. */
const CONTINENTAL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORD} )?(?:\\p{Lu}\\p{L}{1,24}(?:straat|laan|weg|plein|gracht|kade|singel|dijk|hof|gata|gate|gaten|veien|vei|vegen|plass)|\\p{Lu}\\p{L}{1,24} (?:gate|gata|vei|vej|allé|straat|plein)) \\d{1,4}(?: ?[A-Za-z])?${ENDS}${TOWN}`,
  'gu',
)

/** Street addresses with a number, and streets that somebody is said to live in. */
export const findAddresses = (text: string): Finding[] => [
  ...findAll(text, NUMBERED, 'A house number and a street.'),
  ...findAll(text, FLAT, 'A flat and the name of a building.'),
  ...findAll(text, CONTINENTAL, 'A street and a house number.'),
  ...findAll(text, LIVED_IN, 'A street that somebody lives in.'),
]
