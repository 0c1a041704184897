import { type Context, notCountedAs } from '../context.ts'
import { dayWords } from '../days.ts'
import type { Standing } from '../evaluated.ts'
import { canMeetBoth, meets, reasonAgainst } from '../filters.ts'
import type { Piece } from '../piece.ts'
import type { Minimum, TreatmentSlots, TreatmentsRule } from '../rules.ts'
import { amountWords, missingOf, unitWords } from '../wording.ts'
import { type MinimumOfRule, readMinimum } from './minimum.ts'

/** The treatments that a rule could choose from, and what they have of each minimum. */
export type Candidates = {
  cases: readonly Piece[]
  /** Cases that can never be chosen, each with its reason. */
  refused: Standing['notCounted']
  each: readonly MinimumOfRule[]
  together: readonly MinimumOfRule[]
}

/** The cases that could still become one of the treatments, in the order of their days. */
export function candidatesOf(rule: TreatmentsRule, context: Context): Candidates {
  const slots = rule.routes.flatMap(({ treatments }) => treatments)
  const refused: Standing['notCounted'][number][] = []
  const cases = context.pieces.cases.filter((piece) => {
    if (!slots.some(({ about }) => meets(piece, about))) return false
    const reason = reasonAgainst(piece, rule.where) ?? whyOver(piece, rule.each, context)
    if (reason) refused.push(notCountedAs(piece, reason))
    return !reason
  })
  const read = (minima: readonly Minimum[]) => minima.map((minimum) => readMinimum(minimum, cases, context))
  return { cases, refused, each: read(rule.each), together: read(rule.together ?? []) }
}

/** A treatment that is over can have no more sessions of its own; supervision and clips can still be added. */
function whyOver(piece: Piece, each: readonly Minimum[], context: Context): string | undefined {
  if (!piece.endedOn) return undefined
  for (const minimum of each) {
    if (minimum.kind === 'is' || minimum.evidence !== 'cases') continue
    const { amounts, unit } = readMinimum(minimum, [piece], context)
    const have = amounts[0] ?? 0
    if (missingOf(have, minimum.atLeast) > 0)
      return `It ended on ${dayWords(piece.endedOn)} with ${amountWords(have)} of the ${amountWords(minimum.atLeast)} ${unitWords(minimum.atLeast, unit)} that are needed.`
  }
  return undefined
}

/** Whether a treatment that is yet to be begun in a slot could be what an alternative of `among` asks for. */
export const couldServe = ({ about }: TreatmentSlots, among: TreatmentsRule['among']): boolean[] =>
  (among?.anyOf ?? []).map((alternative) => canMeetBoth(about, alternative.about))
