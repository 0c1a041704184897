import { type Context, notCountedAs } from '../context.ts'
import { amountNamed } from '../evaluate-amounts.ts'
import type { Standing } from '../evaluated.ts'
import { PIECES } from '../fields.ts'
import { reasonAgainst } from '../filters.ts'
import type { Piece } from '../piece.ts'
import type { Minimum } from '../rules.ts'
import { distinct } from '../select.ts'
import type { Unit } from '../wording.ts'
import type { Share } from './shared-supply.ts'

/** A piece that counts for a minimum, and the candidates that it could count for. */
export type CountingPiece = Share & { piece: Piece }

/** What the candidates have of one minimum. */
export type MinimumOfRule = {
  minimum: Minimum
  need: number
  unit: Unit
  hoursEach: number
  /** Whether a piece has to be divided between several treatments. */
  isDivided: boolean
  pieces: readonly CountingPiece[]
  /** For each candidate, all that could count for it. */
  amounts: readonly number[]
  /** For each candidate, its pieces that do not count. */
  notCounted: readonly Standing['notCounted'][]
}

/** Saying one thing about a case that is already there, such as a signature, when ways are compared. */
const CONDITION_HOURS = 0.25

/** What each of these cases has towards one minimum, and what of it does not count and why. */
export function readMinimum(minimum: Minimum, cases: readonly Piece[], { pieces }: Context): MinimumOfRule {
  if (minimum.kind === 'is') return readCondition(minimum, cases)
  const places = new Map(cases.map(({ id }, index) => [id, index]))
  const notCounted = cases.map((): Standing['notCounted'][number][] => [])
  const counting: Piece[] = []
  for (const piece of pieces[minimum.evidence]) {
    const reason = reasonAgainst(piece, minimum.where)
    if (reason) for (const place of membersOf(piece, places)) notCounted[place]?.push(notCountedAs(piece, reason))
    else counting.push(piece)
  }
  const by = minimum.kind === 'count' ? minimum.distinctBy : undefined
  const kept = distinct({ counted: counting, notCounted: [] }, by)
  for (const ref of kept.notCounted) {
    const double = counting.find(({ id }) => id === ref.id)
    if (double) for (const place of membersOf(double, places)) notCounted[place]?.push(ref)
  }
  const { unit, hours } =
    minimum.kind === 'count' ? PIECES[minimum.evidence] : amountNamed(minimum.evidence, minimum.of)
  const amountOf = (piece: Piece) => (minimum.kind === 'count' ? 1 : (piece.amounts[minimum.of] ?? 0))
  const shares = kept.counted
    .map((piece) => ({ piece, members: membersOf(piece, places), amount: amountOf(piece) }))
    .filter(({ members }) => members.length > 0)
  const isDivided = minimum.evidence === 'supervision' && minimum.isDivided !== false
  return {
    minimum,
    need: minimum.atLeast,
    unit,
    hoursEach: hours,
    isDivided,
    pieces: shares,
    notCounted,
    amounts: sumFor(cases, shares),
  }
}

const membersOf = ({ caseIds }: Piece, places: ReadonlyMap<string, number>): number[] =>
  caseIds.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b)

function sumFor(cases: readonly Piece[], shares: readonly Share[]): number[] {
  const amounts = cases.map(() => 0)
  for (const { members, amount } of shares)
    for (const member of members) amounts[member] = (amounts[member] ?? 0) + amount
  return amounts
}

function readCondition(minimum: Minimum & { kind: 'is' }, cases: readonly Piece[]): MinimumOfRule {
  const reasons = cases.map((piece) => reasonAgainst(piece, minimum.where))
  return {
    minimum,
    ...{ need: 1, unit: { one: 'condition', other: 'conditions' }, hoursEach: CONDITION_HOURS, isDivided: false },
    pieces: cases.flatMap((piece, index) => (reasons[index] ? [] : [{ piece, members: [index], amount: 1 }])),
    amounts: reasons.map((reason) => (reason ? 0 : 1)),
    notCounted: cases.map((piece, index) => {
      const reason = reasons[index]
      return reason ? [notCountedAs(piece, reason)] : []
    }),
  }
}
