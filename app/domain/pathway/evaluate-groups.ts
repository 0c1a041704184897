import { inNumber } from '../wording.ts'
import { type Context, notCountedAs } from './context.ts'
import { amountStanding } from './evaluate-amounts.ts'
import type { EvaluatedPart, EvidenceRef, RequirementState, Standing } from './evaluated.ts'
import { PIECES } from './fields.ts'
import { matchPieces } from './match-pieces.ts'
import type { Piece } from './piece.ts'
import type { AllOf, AnyOf, CountRule, Requirement } from './rules.ts'
import { select } from './select.ts'

/** How one requirement stands, under its own name. */
export const partOf = (requirement: Requirement, standing: Standing): EvaluatedPart => ({
  id: requirement.id,
  title: requirement.title,
  why: requirement.why,
  kind: requirement.kind,
  ...standing,
})

/** Every requirement of a group; where they are `distinct`, each piece of evidence counts for one of them alone. */
export function evaluateAllOf(rule: AllOf, context: Context): Standing {
  const parts = rule.distinct
    ? evaluateDistinct(rule, context)
    : rule.requirements.map((requirement) => partOf(requirement, context.evaluate(requirement)))
  return allOf(parts)
}

/** How parts stand together when each of them is needed. */
export function allOf(parts: readonly EvaluatedPart[]): Standing {
  const open = parts.filter(({ state }) => state !== 'met')
  return {
    state: groupState(parts),
    ...{
      have: parts.length - open.length,
      need: parts.length,
      unit: inNumber(parts.length, { one: 'part', other: 'parts' }),
    },
    because: open.map(({ title, because }) => `${title}: ${because.join(', ')}`),
    counted: uniqueRefs(parts),
    notCounted: [],
    missing: open.flatMap(({ title, missing }) =>
      missing.map((words) => (words === title ? title : `${title}: ${words}`)),
    ),
    remainingHours: parts.reduce((sum, { remainingHours }) => sum + remainingHours, 0),
    next: (open.find(({ next }) => next?.target) ?? open.find(({ next }) => next))?.next,
    children: parts,
  }
}

/** Met when all are, expired when nothing but what has run out stands against it, under way once anything was begun. */
export function groupState(parts: readonly { state: RequirementState }[]): RequirementState {
  const has = (state: RequirementState) => parts.some((part) => part.state === state)
  if (!has('under-way') && !has('not-begun')) return has('expired') ? 'expired' : 'met'
  return has('under-way') || has('met') || has('expired') ? 'under-way' : 'not-begun'
}

function uniqueRefs(parts: readonly EvaluatedPart[]): EvidenceRef[] {
  const [only] = parts
  if (only && parts.length === 1) return [...only.counted]
  return [...new Set(parts.flatMap(({ counted }) => counted))]
}

/**
 * Routes, of which one is enough. The shortest is the one with the least left to do; one that has been begun goes before one that has
 * not, since nobody changes to groups because that would be fewer hours. Among equals it is the first.
 */
export function evaluateAnyOf(rule: AnyOf, context: Context): Standing {
  return anyOf(rule.requirements.map((requirement) => partOf(requirement, context.evaluate(requirement))))
}

/** How a choice stands: as its part that takes the fewest further hours. Throws where there is nothing to choose from. */
export function anyOf(parts: readonly EvaluatedPart[]): Standing {
  const [first] = parts
  if (!first) throw new Error('a choice without anything to choose from')
  const shortest = parts.reduce((best, part) => (isShorter(part, best) ? part : best), first)
  const isBegun = parts.some(({ state }) => state !== 'not-begun')
  return {
    state: shortest.state === 'not-begun' && isBegun ? 'under-way' : shortest.state,
    ...{ have: shortest.have, need: shortest.need, unit: shortest.unit },
    because: [shortest.state === 'met' ? shortest.title : `Nearest: ${shortest.title}`, ...shortest.because],
    counted: shortest.counted,
    notCounted: shortest.notCounted,
    missing: shortest.missing,
    remainingHours: shortest.remainingHours,
    next: shortest.next,
    metOn: shortest.metOn,
    children: parts.map((part) => ({ ...part, isShortest: part === shortest })),
  }
}

function isShorter(part: EvaluatedPart, than: EvaluatedPart): boolean {
  const [isNew, wasNew] = [part.state === 'not-begun', than.state === 'not-begun']
  return isNew === wasNew ? part.remainingHours < than.remainingHours - 1e-9 : wasNew
}

/** Counts that may not share a piece: each piece goes where the most of what is asked for comes together. */
function evaluateDistinct({ requirements }: AllOf, context: Context): EvaluatedPart[] {
  const counts = requirements.flatMap((requirement) => (requirement.kind === 'count' ? [requirement] : []))
  const selected = counts.map((rule) => select(rule, context))
  const pieces = [...new Set(selected.flatMap(({ counted }) => counted))]
  const options = pieces.map((piece) =>
    selected.flatMap(({ counted }, index) => (counted.includes(piece) ? [index] : [])),
  )
  const taken = matchPieces(
    options,
    counts.map(({ atLeast }) => atLeast),
  )
  return counts.map((rule, index) => {
    const isOwn = (piece: Piece) => taken[pieces.indexOf(piece)] === index
    const { counted = [], notCounted = [] } = selected[index] ?? {}
    const elsewhere = counted.filter((piece) => !isOwn(piece))
    const reasonFor = (piece: Piece) => `It counts for “${counts[taken[pieces.indexOf(piece)] ?? 0]?.title}” already.`
    const own = {
      counted: counted.filter(isOwn),
      notCounted: [...notCounted, ...elsewhere.map((piece) => notCountedAs(piece, reasonFor(piece)))],
    }
    return partOf(rule, countStanding(rule, own))
  })
}

const countStanding = (rule: CountRule, selected: ReturnType<typeof select>): Standing =>
  amountStanding({ rule, selected, have: selected.counted.length, amount: PIECES[rule.evidence] })
