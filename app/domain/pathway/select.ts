import { type Context, notCountedAs } from './context.ts'
import { addMonths, dayWords, inTerm, monthsIn, termWords } from './days.ts'
import type { Standing } from './evaluated.ts'
import type { Day } from './facts.ts'
import { nounOf } from './fields.ts'
import { meets, reasonAgainst } from './filters.ts'
import type { Piece } from './piece.ts'
import { sessionsBetween } from './pieces.ts'
import type { Selection, Within } from './rules.ts'

export type Selected = { counted: readonly Piece[]; notCounted: Standing['notCounted'] }

/** The pieces that a rule is about, parted into those that count and those that do not, each of these with its reason. */
export function select(rule: Selection, context: Context): Selected {
  const reasonOf = reasons(rule, context)
  const counted: Piece[] = []
  const notCounted: Standing['notCounted'][number][] = []
  for (const piece of context.pieces[rule.evidence]) {
    if (!meets(piece, rule.about)) continue
    const reason = reasonOf(piece)
    if (reason) notCounted.push(notCountedAs(piece, reason))
    else counted.push(piece)
  }
  return { counted, notCounted }
}

function reasons({ where, after, before }: Selection, context: Context): (piece: Piece) => string | undefined {
  const earliest = after && context.turnOf(after)
  const latest = before && context.turnOf(before)
  return (piece) => {
    const reason = reasonAgainst(piece, where)
    if (reason) return reason
    if (after && earliest) {
      if (!earliest.day) return `“${earliest.title}” has to be ${after.is} first.`
      if (piece.from < earliest.day)
        return `It began before “${earliest.title}” was ${after.is} on ${dayWords(earliest.day)}.`
    }
    if (before && latest?.day && piece.to >= latest.day)
      return `It was not over when “${latest.title}” was ${before.is} on ${dayWords(latest.day)}.`
    return undefined
  }
}

/** Of pieces that are the same by one field only the first counts. @param isPreferred which of them counts rather. */
export function distinct(
  selected: Selected,
  by: string | undefined,
  isPreferred?: (piece: Piece) => boolean,
): Selected {
  if (!by) return selected
  const kept = new Map<unknown, Piece>()
  for (const piece of selected.counted) {
    const earlier = kept.get(piece.fields[by])
    if (!earlier || (isPreferred?.(piece) && !isPreferred(earlier))) kept.set(piece.fields[by], piece)
  }
  if (kept.size === selected.counted.length) return selected
  const isKept = new Set(kept.values())
  const others = selected.counted.filter((piece) => !isKept.has(piece))
  return {
    counted: selected.counted.filter((piece) => isKept.has(piece)),
    notCounted: [
      ...selected.notCounted,
      ...others.map((piece) => notCountedAs(piece, `Another of the same ${nounOf(piece.evidence, by)} counts.`)),
    ],
  }
}

/**
 * What of it lies within the period. For `any`, the stretch of that length in which the value is greatest, the earliest of equals; a
 * piece that lasts has to lie in it from beginning to end. Of a case, only the sessions of the last period count.
 */
export function withinPeriod(
  selected: Selected,
  within: Within | undefined,
  at: Day,
  worthOf: (pieces: readonly Piece[]) => number,
): Selected {
  if (!within) return selected
  if ('last' in within) {
    const start = addMonths(at, -monthsIn(within.last))
    const isRecent = ({ to }: Piece) => to > start
    const parted = part(selected, isRecent, `It is more than ${termWords(within.last)} old.`)
    return { ...parted, counted: parted.counted.map((piece) => sessionsBetween(piece, start, at)) }
  }
  const stretches = selected.counted.map(({ from }) => ({ from, end: addMonths(from, monthsIn(within.any)) }))
  const lies = (piece: Piece, { from, end }: { from: Day; end: Day }) => piece.from >= from && piece.to < end
  let best: { value: number; from: Day; end: Day } | undefined
  for (const stretch of stretches) {
    const value = worthOf(selected.counted.filter((piece) => lies(piece, stretch)))
    if (!best || value > best.value) best = { ...stretch, value }
  }
  if (!best) return selected
  const chosen = best
  const reason = inTerm(
    within.any,
    {
      years: {
        one: 'It lies outside the fullest year, which begins on {day}.',
        other: 'It lies outside the fullest {n} years, which begin on {day}.',
      },
      months: {
        one: 'It lies outside the fullest month, which begins on {day}.',
        other: 'It lies outside the fullest {n} months, which begin on {day}.',
      },
    },
    { day: dayWords(best.from) },
  )
  return part(selected, (piece) => lies(piece, chosen), reason)
}

function part({ counted, notCounted }: Selected, isKept: (piece: Piece) => boolean, reason: string): Selected {
  const others = counted.filter((piece) => !isKept(piece))
  if (others.length === 0) return { counted, notCounted }
  return {
    counted: counted.filter(isKept),
    notCounted: [...notCounted, ...others.map((piece) => notCountedAs(piece, reason))],
  }
}
