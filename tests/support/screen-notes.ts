import { readFileSync } from 'node:fs'
import path from 'node:path'
import { HIT_KINDS, type HitKind } from '#app/domain/screen/hit.ts'

/** A note as a clinician would type it, and what the screen should find in it. */
export type LabelledNote = { text: string; labels: Label[] }
export type Label = { from: number; to: number; kind: HitKind }

const FOLDER = path.resolve(import.meta.dirname, '../domain/screen/notes')
const LABEL = /\{([a-z-]+): ([^{}]+)\}/g

/** The part that the screen may be changed by, and the part that only tells how well it does. */
export const readNotes = (part: 'tuning' | 'held-out'): LabelledNote[] =>
  readFileSync(path.join(FOLDER, `${part}.txt`), 'utf8')
    .replace(/^#.*\n/gm, '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(readLabels)

/** Takes the markup out and keeps where it stood. */
function readLabels(marked: string): LabelledNote {
  const labels: Label[] = []
  let removed = 0
  const text = marked.replace(LABEL, (whole, kind: string, labelled: string, at: number) => {
    const from = at - removed
    labels.push({ from, to: from + labelled.length, kind: kindOf(kind) })
    removed += whole.length - labelled.length
    return labelled
  })
  return { text, labels }
}

function kindOf(typed: string): HitKind {
  const kind = HIT_KINDS.find((one) => one === typed)
  if (!kind) throw new Error(`There is no kind "${typed}" of identifier.`)
  return kind
}
