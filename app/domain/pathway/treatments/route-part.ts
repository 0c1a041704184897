import { inNumber } from '../../wording.ts'
import { notCountedAs } from '../context.ts'
import { allOf, groupState } from '../evaluate-groups.ts'
import type { EvaluatedPart, Measure, Standing } from '../evaluated.ts'
import { meets } from '../filters.ts'
import type { Piece } from '../piece.ts'
import type { TreatmentRoute, TreatmentsRule } from '../rules.ts'
import { TREATMENTS, unitWords } from '../wording.ts'
import { amongPart } from './among-part.ts'
import type { Candidates } from './candidates.ts'
import type { RouteChoice } from './choose-for-route.ts'
import { divideMinimum, emptyMinimum, type Given, minimumPart } from './minimum-part.ts'
import { newTreatmentPart, treatmentPart } from './treatment-part.ts'

/** A route with the treatments chosen for it: each with its minima, then what they have to be, and what they need together. */
export function routePart(
  rule: TreatmentsRule,
  route: TreatmentRoute,
  { treatments, slots, hours }: RouteChoice,
  candidates: Candidates,
): EvaluatedPart {
  const begun = treatments.filter((treatment) => treatment !== undefined)
  const given = candidates.each.map((minimum) => divideMinimum(minimum, begun))
  const parts = treatments.map((treatment, index) =>
    treatment === undefined
      ? newTreatmentPart(candidates.each.map(emptyMinimum), route.treatments[slots[index] ?? 0]?.about, index)
      : treatmentPart(candidates, treatment, given),
  )
  const whole = [
    ...(rule.among
      ? [
          amongPart(
            rule.among,
            begun.flatMap((treatment) => candidates.cases[treatment] ?? []),
          ),
        ]
      : []),
    ...candidates.together.map((minimum) => togetherPart(minimum, begun)),
  ]
  const children = [...parts, ...whole]
  const standing = allOf(children)
  return {
    ...standing,
    ...{ id: route.id, title: route.title, kind: 'route', children },
    state: groupState(children),
    have: parts.filter(({ state }) => state === 'met').length,
    ...{ need: parts.length, unit: unitWords(parts.length, TREATMENTS) },
    because: [
      inNumber(
        parts.length,
        {
          one: '{met} of 1 treatment has all that it needs',
          other: '{met} of {n} treatments have all that they need',
        },
        { met: parts.filter(({ state }) => state === 'met').length },
      ),
    ],
    notCounted: notChosen(route, begun, candidates),
    remainingHours: hours,
    totals: totalsOf(candidates, parts),
  }
}

function togetherPart(minimum: Candidates['together'][number], begun: readonly number[]): EvaluatedPart {
  const counting = minimum.pieces.filter(({ members }) => members.some((member) => begun.includes(member)))
  const given: Given = {
    minimum,
    counting: counting.map(({ piece, amount }) => ({ piece, amount })),
    elsewhere: minimum.pieces
      .filter((share) => !counting.includes(share))
      .map(({ piece }) => notCountedAs(piece, 'No treatment that counts here was brought.')),
  }
  const failed = new Map(begun.flatMap((treatment) => minimum.notCounted[treatment] ?? []).map((ref) => [ref.id, ref]))
  return minimumPart(given, [...failed.values()])
}

/** The cases that another one was chosen before, and the supervision and clips of theirs. */
function notChosen(
  { treatments }: TreatmentRoute,
  begun: readonly number[],
  { cases, each }: Candidates,
): Standing['notCounted'] {
  const others = cases.filter((_, candidate) => !begun.includes(candidate))
  const fits = (piece: Piece) => treatments.some(({ about }) => meets(piece, about))
  const idle = new Map<string, Standing['notCounted'][number]>()
  for (const { minimum, pieces } of each)
    for (const { piece, members } of pieces)
      if (minimum.kind !== 'is' && minimum.evidence !== 'cases' && !members.some((member) => begun.includes(member)))
        idle.set(piece.id, notCountedAs(piece, 'It belongs to no treatment that counts on this route.'))
  return [
    ...others.map((piece) =>
      notCountedAs(
        piece,
        fits(piece)
          ? 'With other treatments there is less left to do.'
          : 'This route asks for treatments of another kind.',
      ),
    ),
    ...idle.values(),
  ]
}

/** Each minimum over all treatments of the route. */
function totalsOf(
  { each }: Candidates,
  treatments: readonly EvaluatedPart[],
): (Measure & { id: string; title: string })[] {
  return each.map(({ minimum: { id, title }, need, unit }, index) => {
    const have = treatments.reduce((sum, { children }) => sum + Math.min(children[index]?.have ?? 0, need), 0)
    const all = need * treatments.length
    return { id, title, have, need: all, unit: unitWords(all, unit) }
  })
}
