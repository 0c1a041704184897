import type { Context } from './context.ts'
import type { Standing } from './evaluated.ts'
import type { Day } from './facts.ts'
import { type Pieces, piecesUntil } from './pieces.ts'
import type { Requirement, Turn } from './rules.ts'

type Evaluate = (requirement: Requirement, context: Context) => Standing

/** The days on which requirements were begun or met, for what has to come before or after them. */
export const turnsOf =
  (requirements: readonly Requirement[], context: Context, evaluate: Evaluate): Context['turnOf'] =>
  ({ requirement: id, is }: Turn) => {
    const requirement = findRequirement(requirements, id)
    if (!requirement) throw new Error(`the pathway has no requirement ${id}`)
    const standing = context.evaluate(requirement)
    const day = is === 'begun' ? begunOn(standing) : metOn(requirement, standing, context, evaluate)
    return { day, title: requirement.title }
  }

/** A requirement of that id, however deep. */
export function findRequirement(requirements: readonly Requirement[], id: string): Requirement | undefined {
  for (const requirement of requirements) {
    if (requirement.id === id) return requirement
    const deeper = 'requirements' in requirement ? findRequirement(requirement.requirements, id) : undefined
    if (deeper) return deeper
  }
  return undefined
}

/** What one declares of oneself on a pathway, however deep it is asked. */
export const attestationsOf = (requirements: readonly Requirement[]): Extract<Requirement, { kind: 'attestation' }>[] =>
  requirements.flatMap((requirement) => {
    if (requirement.kind === 'attestation') return [requirement]
    return 'requirements' in requirement ? attestationsOf(requirement.requirements) : []
  })

/** The day of the first piece that counts. A course is begun, as far as days are known, when it is completed. */
const begunOn = ({ counted, metOn }: Standing): Day | undefined =>
  counted.reduce<Day | undefined>((first, { on }) => (first === undefined || on < first ? on : first), metOn)

/** The day by which there was enough of it, confirmed since or not: when the work was done, not when it was signed. */
function metOn(requirement: Requirement, standing: Standing, context: Context, evaluate: Evaluate): Day | undefined {
  if (standing.state !== 'met') return undefined
  if (standing.counted.length === 0) return standing.metOn
  const days = daysOf(context.pieces)
  const isMetBy = (day: Day | undefined) => {
    if (day === undefined) return true
    const earlier: Context = { ...context, pieces: piecesUntil(context.pieces, day) }
    const at = { ...earlier, evaluate: (other: Requirement) => evaluate(other, at) }
    return evaluate(requirement, at).state === 'met'
  }
  let [from, to] = [0, days.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if (isMetBy(days[middle])) to = middle
    else from = middle + 1
  }
  return days[from]
}

const daysOf = (pieces: Pieces): Day[] => {
  const sessions = pieces.cases.flatMap((piece) => (piece.sessions ?? []).map(({ on }) => on))
  const ends = Object.values(pieces).flatMap((list) => list.map(({ to }) => to))
  return [...new Set([...sessions, ...ends])].sort()
}
