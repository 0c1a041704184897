import type { NoFigure } from '../agreement/figure.ts'
import { lengthOfRun, type Run, type Sentences } from './sentence-runs.ts'

/**
 * Cohen's kappa (Cohen 1960) of two codings of one text, with every character of a sentence as a unit: agreement on what each
 * character is coded as, not coded being an answer too, beyond what both would reach by chance. What has several codes counts as a
 * category of its own. No interval: characters of one sentence are not independent of each other.
 */
export function codingAgreement(
  one: readonly Run[],
  other: readonly Run[],
  sentences: Sentences,
): { value: number } | NoFigure {
  const units = sentences.flatMap((places, turn) =>
    places.map((_, place) => ({
      weight: lengthOfRun({ turn: turn + 1, code: '', sentences: [place] }, sentences),
      ours: labelAt(one, turn + 1, place),
      theirs: labelAt(other, turn + 1, place),
    })),
  )
  const total = sum(units)
  if (total === 0) return { reason: 'There is no text to agree about.' }
  const labels = [...new Set(units.flatMap(({ ours, theirs }) => [ours, theirs]))]
  if (labels.length === 1)
    return { reason: 'Both codings are the same everywhere in the text: kappa has nothing to compare.' }
  const observed = sum(units.filter(({ ours, theirs }) => ours === theirs)) / total
  const expected = labels
    .map(
      (label) => sum(units.filter(({ ours }) => ours === label)) * sum(units.filter(({ theirs }) => theirs === label)),
    )
    .reduce((all, product) => all + product / total ** 2, 0)
  return { value: (observed - expected) / (1 - expected) }
}

const sum = (units: readonly { weight: number }[]) => units.reduce((total, { weight }) => total + weight, 0)

const labelAt = (runs: readonly Run[], turn: number, place: number) =>
  runs
    .filter((run) => run.turn === turn && run.sentences.includes(place))
    .map(({ code }) => code)
    .sort()
    .join(' ')
