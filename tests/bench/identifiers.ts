import { pathToFileURL } from 'node:url'
import { findIdentifiers } from '#app/screen/identifier-screen.server.ts'
import { agreementOf, precisionOf, recallOf, structured } from '#tests/support/screen-agreement.ts'
import { readNotes } from '#tests/support/screen-notes.ts'

const TODAY = '2026-11-28'
const ROUNDS = 5

/** How well and how fast the screen of portfolio text does, on the labelled notes. `node tests/bench/identifiers.ts` runs it alone. */
export function measureIdentifiers() {
  const screen = (text: string) => findIdentifiers(text, TODAY)
  const parts = (['tuning', 'held-out'] as const).map((part) => ({ part, notes: readNotes(part) }))
  const rows = parts.flatMap(({ part, notes }) => {
    const agreement = agreementOf(notes, screen)
    return [...agreement, { kind: 'all but names', ...structured(agreement) }].map((row) => ({ part, ...row }))
  })
  const texts = parts.flatMap(({ notes }) => notes.map(({ text }) => text))
  const from = performance.now()
  for (let round = 0; round < ROUNDS; round += 1) for (const text of texts) screen(text)
  return { rows, notes: texts.length, msPerNote: (performance.now() - from) / (ROUNDS * texts.length) }
}

export function printIdentifiers({ rows, notes, msPerNote }: ReturnType<typeof measureIdentifiers>): void {
  console.log(`Identifiers in ${notes} labelled notes; ${msPerNote.toFixed(2)} ms a note`)
  console.table(
    rows.map((row) => ({
      part: row.part,
      kind: row.kind,
      labelled: row.labels,
      recall: recallOf(row).toFixed(3),
      hits: row.hits,
      precision: precisionOf(row).toFixed(3),
    })),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printIdentifiers(measureIdentifiers())
