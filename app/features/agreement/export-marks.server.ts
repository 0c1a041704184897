import { randomBytes, randomInt } from 'node:crypto'
import { readBlindMarks, type StoredBlindMark } from '#app/db/agreement.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { GLOBAL_RATING } from '#app/domain/agreement/vignette-agreement.ts'
import { csvText } from '#app/domain/csv.ts'
import type { Actor } from '#app/domain/people.ts'
import { viewAgreement } from './view-agreement.server.ts'

const COLUMNS = ['unit', 'rater', 'criterion', 'score', 'position']

/**
 * The marks that a report rests on, as `npm run agreement` reads them: one row for each criterion of each mark. Scripts and markers go by codes
 * that are drawn anew for every file, so that neither a second file nor the order of the rows leads back to anybody.
 * @throws 404 as `viewAgreement` does.
 */
export async function exportMarks(
  actor: Actor,
  { cohortId, vignetteSlug }: { cohortId: string; vignetteSlug: string | null },
  now: Date,
): Promise<{ csv: string; fileName: string }> {
  const { shown } = await viewAgreement(actor, cohortId, vignetteSlug)
  if (!shown) throw new Response('This cohort has no vignette that people mark.', { status: 404 })
  const { vignetteId, slug } = shown
  const marks = (await readBlindMarks({ cohortId, vignetteId })).filter((mark) => mark.isDouble && !mark.isTargeted)
  await transact((tx) =>
    recordAudit(tx, {
      actor,
      action: 'agreement.exported',
      object: { kind: 'cohort', id: cohortId },
      details: { vignetteId, marks: marks.length },
      at: now,
    }),
  )
  return { csv: toCsv(marks), fileName: `agreement-${slug}.csv` }
}

function toCsv(marks: readonly StoredBlindMark[]): string {
  const unitOf = codes(
    marks.map(({ script }) => script),
    () => randomBytes(5).toString('hex'),
  )
  const raters = shuffled([...new Set(marks.map(({ marker }) => marker))])
  const raterOf = new Map(raters.map((marker, index) => [marker, `marker ${letters(index)}`]))
  const rows = marks.flatMap(({ script, marker, position, levels, globalLevel }) =>
    Object.entries({ ...levels, [GLOBAL_RATING]: globalLevel }).map(([criterion, level]) => [
      unitOf.get(script),
      raterOf.get(marker),
      criterion,
      level,
      position,
    ]),
  )
  return csvText([COLUMNS, ...rows.sort()])
}

function codes(names: readonly string[], newCode: () => string): Map<string, string> {
  return new Map([...new Set(names)].map((name) => [name, newCode()]))
}

/** A to Z, then AA and so on. */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** Fisher–Yates with real chance: an order that can be worked out again would be no cover. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(randomInt(rest.length), 1))
}
