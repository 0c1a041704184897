import { notCountedAs } from '../context.ts'
import { amountStanding, portfolioStep } from '../evaluate-amounts.ts'
import type { EvaluatedPart, Standing } from '../evaluated.ts'
import type { Piece } from '../piece.ts'
import { divideShares } from './divide-shares.ts'
import type { MinimumOfRule } from './minimum.ts'

/** What one treatment gets of a minimum. */
export type Given = {
  minimum: MinimumOfRule
  counting: readonly { piece: Piece; amount: number }[]
  /** What could have counted here and counts for another treatment. */
  elsewhere: Standing['notCounted']
}

/** What each of the chosen treatments gets of a minimum. @returns by candidate. */
export function divideMinimum(minimum: MinimumOfRule, begun: readonly number[]): Map<number, Given> {
  const own = minimum.pieces
    .map((share) => ({ ...share, members: share.members.flatMap((member) => placeIn(begun, member)).sort() }))
    .filter(({ members }) => members.length > 0)
  const given = minimum.isDivided
    ? divideShares(own, begun.length, minimum.need)
    : own.map(({ members, amount }) => begun.map((_, place) => (members.includes(place) ? amount : 0)))
  return new Map(
    begun.map((candidate, place) => {
      const counting = own.flatMap(({ piece }, share) => {
        const amount = given[share]?.[place] ?? 0
        return amount > 0 ? [{ piece, amount }] : []
      })
      const elsewhere = own
        .filter(({ members, amount }, share) => amount > 0 && members.includes(place) && !given[share]?.[place])
        .map(({ piece }) => notCountedAs(piece, 'Its time counts for another treatment that was brought to it.'))
      const empty = own
        .filter(({ members, amount }) => amount === 0 && members.includes(place))
        .map(({ piece }) => notCountedAs(piece, 'It is too short to be credited.'))
      return [candidate, { minimum, counting, elsewhere: [...elsewhere, ...empty] }]
    }),
  )
}

function placeIn(begun: readonly number[], candidate: number): number[] {
  const place = begun.indexOf(candidate)
  return place < 0 ? [] : [place]
}

/** A treatment that has not been begun has nothing of it. */
export const emptyMinimum = (minimum: MinimumOfRule): EvaluatedPart =>
  minimumPart({ minimum, counting: [], elsewhere: [] }, [])

/** How one minimum of a rule on treatments stands with the pieces that were found for it. */
export function minimumPart(
  { minimum: of, counting, elsewhere }: Given,
  notCounted: Standing['notCounted'],
): EvaluatedPart {
  const { minimum, need, unit, hoursEach } = of
  const evidence = minimum.kind === 'is' ? 'cases' : minimum.evidence
  const standing = amountStanding({
    rule: { evidence, atLeast: need },
    selected: { counted: counting.map(({ piece }) => piece), notCounted: [...notCounted, ...elsewhere] },
    have: counting.reduce((sum, { amount }) => sum + amount, 0),
    amount: { unit, hours: hoursEach },
  })
  const named = { id: minimum.id, title: minimum.title, kind: 'minimum' as const }
  if (minimum.kind !== 'is') return { ...named, ...standing }
  const because = notCounted.map(({ reason }) => reason)
  const missing = standing.missing.length > 0 ? [minimum.title] : []
  return { ...named, ...standing, because, missing, next: standing.next && portfolioStep('cases') }
}
