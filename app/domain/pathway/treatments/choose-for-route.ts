import { meets } from '../filters.ts'
import type { TreatmentRoute, TreatmentsRule } from '../rules.ts'
import { missingOf } from '../wording.ts'
import { type Candidates, couldServe } from './candidates.ts'
import { type Choice, type Chosen, chooseTreatments, type Pool } from './choose-treatments.ts'
import type { MinimumOfRule } from './minimum.ts'

/** Beginning a treatment is more than all that it will need later. */
const BEGINNING_HOURS = 1

export type RouteChoice = Chosen & {
  /** For each treatment, the number of its kind among the route's. */
  slots: readonly number[]
}

/** The treatments that leave the least to do on a route; of those with the least, as many as the route lets count. */
export function chooseForRoute(rule: TreatmentsRule, route: TreatmentRoute, candidates: Candidates): RouteChoice {
  let best: RouteChoice | undefined
  for (const counts of countsOf(route)) {
    const chosen = chooseTreatments(choiceOf(rule, route, counts, candidates))
    if (!chosen || (best && chosen.hours >= best.hours - 1e-9)) continue
    best = { ...chosen, slots: counts.flatMap((count, slot) => new Array<number>(count).fill(slot)) }
  }
  if (!best) throw new Error(`the route ${route.id} cannot be met by any treatments`)
  return best
}

/** How many of each kind, the largest numbers first: `2 to 4` is four, three or two. */
function countsOf({ treatments }: TreatmentRoute): number[][] {
  return treatments.reduce<number[][]>(
    (rows, { atLeast, atMost = atLeast }) =>
      rows.flatMap((row) => Array.from({ length: atMost - atLeast + 1 }, (_, less) => [...row, atMost - less])),
    [[]],
  )
}

function choiceOf(
  rule: TreatmentsRule,
  { treatments }: TreatmentRoute,
  counts: readonly number[],
  { cases, each, together }: Candidates,
): Choice {
  const own = each.filter(({ isDivided }) => !isDivided)
  return {
    slots: treatments.map((slot, index) => ({
      count: counts[index] ?? 0,
      candidates: cases.flatMap((piece, candidate) => (meets(piece, slot.about) ? [candidate] : [])),
      newServes: couldServe(slot, rule.among),
    })),
    ownHours: cases.map((_, candidate) =>
      own.reduce((sum, { amounts, need, hoursEach }) => {
        return sum + missingOf(amounts[candidate] ?? 0, need) * hoursEach
      }, 0),
    ),
    newHours: own.reduce((sum, { need, hoursEach }) => sum + need * hoursEach, BEGINNING_HOURS),
    divided: each.filter(({ isDivided }) => isDivided).map(poolOf),
    together: together.map(poolOf),
    among: (rule.among?.anyOf ?? []).map(({ about, atLeast }) => ({
      atLeast,
      servedBy: cases.map((piece) => meets(piece, about)),
    })),
  }
}

const poolOf = ({ need, hoursEach, pieces }: MinimumOfRule): Pool => ({ need, hoursEach, shares: pieces })
