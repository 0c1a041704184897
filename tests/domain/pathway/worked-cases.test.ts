import { describe, expect, it } from 'vitest'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { type EvaluatedPart, partsOf } from '#app/domain/pathway/evaluated.ts'
import { pathwayOf, readWorkedCases, type WorkedCase } from '#tests/support/pathway/worked-cases.ts'
import { factsOfWorked } from '#tests/support/pathway/worked-facts.ts'

/** What `worked-cases.yaml` says of one part, told of the part that came out. */
function seen(part: EvaluatedPart, expected: WorkedCase['expect'][string]) {
  const { counts, refuses, shortest } = expected
  const reason = (id: string) =>
    part.notCounted.find((piece) => piece.id === id)?.reason ?? 'it counts, or is not there'
  return {
    ...Object.fromEntries(Object.keys(expected).map((name) => [name, part[name as keyof EvaluatedPart]])),
    ...(counts && { counts: part.counted.map(({ id }) => id) }),
    ...(refuses && { refuses: Object.fromEntries(Object.keys(refuses).map((id) => [id, reason(id)])) }),
    ...(shortest && { shortest: part.children.find(({ isShortest }) => isShortest)?.id }),
  }
}

describe('a worked case', () => {
  it.each(readWorkedCases().map((worked) => [worked.name, worked] as const))('%s', (_, worked) => {
    const { requirements } = evaluatePathway(pathwayOf(worked), factsOfWorked(worked.facts), worked.at)
    const parts = requirements.flatMap((part) => [...partsOf(part)])
    // A minimum of one treatment is told by both: `case-A sessions`.
    const named = new Map<string, EvaluatedPart>()
    for (const part of parts) {
      if (!named.has(part.id)) named.set(part.id, part)
      for (const child of part.children)
        if (!named.has(`${part.id} ${child.id}`)) named.set(`${part.id} ${child.id}`, child)
    }
    for (const [id, expected] of Object.entries(worked.expect)) {
      const part = named.get(id)
      if (!part) throw new Error(`there is no part ${id} among ${[...named.keys()].join(', ')}`)
      expect({ id, ...seen(part, expected) }).toEqual({ id, ...expected })
    }
  })
})
