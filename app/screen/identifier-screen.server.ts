import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Hit } from '#app/domain/screen/hit.ts'
import { screenText } from '#app/domain/screen/screen-text.ts'
import { nameLists } from './name-lists.server.ts'

/**
 * Screens a text with the names lists and the numbering plan that we have.
 * @param text as the writer typed it, or `plainTextOf` a document: then a hit's place counts as `annotate` does.
 * @param today `YYYY-MM-DD`, where the writer is.
 */
export const findIdentifiers = (text: string, today: string): Hit[] =>
  screenText(text, { today, names: nameLists(), isPhoneNumber })

/** Numbers without a country's code are read as British ones. */
const isPhoneNumber = (typed: string) => parsePhoneNumberFromString(typed, 'GB')?.isPossible() ?? false
