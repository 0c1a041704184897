import { evaluatePathway } from './evaluate-pathway.ts'
import { type EvaluatedPart, leavesOf } from './evaluated.ts'
import type { Day, PathwayFacts } from './facts.ts'
import type { Pathway } from './rules.ts'
import { findRequirement } from './turns.ts'

/** What a move to another version changes of one requirement. `before` and `after` say how it stands under each. */
export type Gap = { id: string; title: string } & (
  | { change: 'new'; after: EvaluatedPart }
  | { change: 'gone'; before: EvaluatedPart }
  | { change: 'changed'; before: EvaluatedPart; after: EvaluatedPart }
)

type Version = Pick<Pathway, 'title' | 'version' | 'requirements'>

/**
 * All that is different for a person under another version, in its order: requirements that it adds, that it asks otherwise, or that
 * stand otherwise with the same evidence; then those that it no longer has. What is not listed stays as it is.
 */
export function gapBetween(from: Version, to: Version, facts: PathwayFacts, at: Day): Gap[] {
  const standings = (version: Version) => leavesOf(evaluatePathway(version, facts, at).requirements)
  const [old, next] = [standings(from), standings(to)]
  const before = new Map(old.map((part) => [part.id, part]))
  const kept = new Set(next.map(({ id }) => id))
  const asksTheSame = (id: string) => isSame(asked(from, id), asked(to, id))
  return [
    ...next.flatMap((after): Gap[] => {
      const { id, title } = after
      const earlier = before.get(id)
      if (!earlier) return [{ id, title, change: 'new', after }]
      if (asksTheSame(id) && isSame(earlier, after)) return []
      return [{ id, title, change: 'changed', before: earlier, after }]
    }),
    ...old.flatMap((part): Gap[] => {
      return kept.has(part.id) ? [] : [{ id: part.id, title: part.title, change: 'gone', before: part }]
    }),
  ]
}

const asked = ({ requirements }: Version, id: string) => findRequirement(requirements, id)

/** By value: a version read from a file and the same one read back have their fields in different order. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [mine, theirs] = [present(one), present(other)]
  return (
    mine.length === theirs.length &&
    mine.every(([key, value]) => isSame(value, (other as Record<string, unknown>)[key]))
  )
}

const present = (value: object) => Object.entries(value).filter(([, field]) => field !== undefined)
