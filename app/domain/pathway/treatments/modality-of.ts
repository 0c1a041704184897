import type { Filter } from '../rules.ts'
import { plainWords } from '../wording.ts'

/** The one modality that a treatment has to be of, as a word; empty where several will do. */
export function modalityOf(about: Filter | undefined): string {
  const modality = about?.modality
  return Array.isArray(modality) && modality.length === 1 ? plainWords(String(modality[0])) : ''
}
