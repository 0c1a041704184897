import type { Fields } from '#app/domain/offline.ts'
import type { ChosenWords } from '../notes/chosen-words.ts'

/** Chosen words as a device sends them: with what they say, so that they are found again in a lesson that is corrected meanwhile. */
export const fieldsOf = (chosen: readonly ChosenWords[], note = ''): Fields => [
  ['intent', 'mark'],
  ...chosen.flatMap(
    ({ anchor, from, to }): Fields => [
      ['anchor', anchor],
      ['from', String(from)],
      ['to', String(to)],
      ['quote', (document.getElementById(anchor)?.textContent ?? '').slice(from, to)],
    ],
  ),
  ...withNote(note),
]

/** The same words with another note on them. */
export const withNoteOf = (fields: Fields, note: string): Fields => [
  ...fields.filter(([name]) => name !== 'note'),
  ...withNote(note),
]

const withNote = (note: string): Fields => (note.trim() === '' ? [] : [['note', note]])

/** The words of kept fields; without places they are a whole paragraph. */
export function chosenOf(fields: Fields): ChosenWords[] {
  const valuesOf = (wanted: string) => fields.flatMap(([name, value]) => (name === wanted ? [value] : []))
  const [from, to] = [valuesOf('from'), valuesOf('to')]
  return valuesOf('anchor').map((anchor, index) => ({
    anchor,
    from: Number(from[index] ?? 0),
    to: Number(to[index] ?? Number.MAX_SAFE_INTEGER),
  }))
}
