import type { Filter } from '../rules.ts'
import { plainWords } from '../wording.ts'

/** `individual ` before the word treatment, or nothing where several modalities will do. */
export function modalityWords(about: Filter | undefined): string {
  const modality = about?.modality
  return Array.isArray(modality) && modality.length === 1 ? `${plainWords(String(modality[0]))} ` : ''
}
