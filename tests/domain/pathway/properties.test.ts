import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { type EvaluatedPart, leavesOf, partsOf } from '#app/domain/pathway/evaluated.ts'
import type { PathwayFacts } from '#app/domain/pathway/facts.ts'
import { gapBetween } from '#app/domain/pathway/gap-between.ts'
import type { Pathway, Requirement } from '#app/domain/pathway/rules.ts'
import { joined, KINDS, someFacts } from '#tests/support/pathway/arbitrary-facts.ts'
import { readPathway } from '#tests/support/pathway/worked-cases.ts'

const AT = '2026-06-30'
const practitioner = readPathway('practitioner')
const pathways = [practitioner, readPathway('basistherapeut-nl'), readPathway('norway')]
/** The machine that runs the tests may be busy; the number of runs is what matters. */
const TIMEOUT_MS = 60_000

const leaves = (pathway: Pathway, facts: PathwayFacts, at = AT) =>
  leavesOf(evaluatePathway(pathway, facts, at).requirements)
const metIds = (parts: readonly EvaluatedPart[]) => parts.filter(({ state }) => state === 'met').map(({ id }) => id)

/** Who has stated something: a later word of theirs is no more evidence, it takes the place of the earlier. */
const whoStated = ({ documents }: Pick<PathwayFacts, 'documents'>, ids?: ReadonlySet<string>) =>
  new Set(
    documents
      .filter(({ kind, id }) => kind === 'supervisor-statement' && (!ids || ids.has(`documents ${id}`)))
      .map(({ supervisorId }) => supervisorId),
  )

const withoutWordsOf = (facts: PathwayFacts, supervisors: ReturnType<typeof whoStated>): PathwayFacts => ({
  ...facts,
  documents: facts.documents.filter(
    ({ kind, supervisorId }) => kind !== 'supervisor-statement' || !supervisors.has(supervisorId),
  ),
})

/** The evidence without some pieces, and without what these had taken the place of. */
function without(facts: PathwayFacts, pieces: EvaluatedPart['counted']): PathwayFacts {
  const gone = new Set(pieces.map(({ evidence, id }) => `${evidence} ${id}`))
  const left = KINDS.map((kind) => [kind, facts[kind].filter(({ id }) => !gone.has(`${kind} ${id}`))] as const)
  return withoutWordsOf({ ...facts, ...Object.fromEntries(left) }, whoStated(facts, gone))
}

describe('evaluating a pathway', () => {
  it('never un-meets a requirement when evidence is added', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(someFacts, someFacts, fc.constantFrom(...pathways), (facts, more, pathway) => {
        const before = metIds(leaves(pathway, facts))
        const after = metIds(leaves(pathway, joined(facts, withoutWordsOf(more, whoStated(facts)))))
        expect(after).toEqual(expect.arrayContaining(before))
      }),
      { numRuns: 150 },
    )
  })

  it('gives the same for the same evidence in any order', { timeout: TIMEOUT_MS }, () => {
    const shuffled = someFacts.chain((facts) =>
      fc
        .tuple(...KINDS.map((kind) => fc.shuffledSubarray([...facts[kind]], { minLength: facts[kind].length })))
        .map((lists) => ({
          facts,
          other: { ...facts, ...Object.fromEntries(KINDS.map((kind, at) => [kind, lists[at]])) },
        })),
    )
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...pathways), ({ facts, other }, pathway) => {
        expect(evaluatePathway(pathway, other, AT)).toEqual(evaluatePathway(pathway, facts, AT))
      }),
      { numRuns: 100 },
    )
  })

  it('un-meets a requirement when all that qualifies is removed', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...pathways), (facts, pathway) => {
        for (const { id, counted } of leaves(pathway, facts).filter(({ state }) => state === 'met')) {
          let left = without(facts, counted)
          let standing = leaves(pathway, left).find((part) => part.id === id)
          // What counts next takes the place of what was removed, until nothing that qualifies is left.
          while (standing?.state === 'met' && standing.counted.length > 0) {
            left = without(left, standing.counted)
            standing = leaves(pathway, left).find((part) => part.id === id)
          }
          expect(standing?.state).not.toBe('met')
        }
      }),
      { numRuns: 100 },
    )
  })

  it('as of a day is as if nothing later had happened or been confirmed', { timeout: TIMEOUT_MS }, () => {
    const at = '2025-06-30'
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...pathways), (facts, pathway) => {
        expect(evaluatePathway(pathway, facts, at)).toEqual(evaluatePathway(pathway, knownBy(facts, at), at))
      }),
      { numRuns: 100 },
    )
  })

  it('is met when nothing is left to do, and only then', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...pathways), (facts, pathway) => {
        const parts = evaluatePathway(pathway, facts, AT).requirements.flatMap((part) => [...partsOf(part)])
        for (const { state, remainingHours, missing } of parts) {
          expect(remainingHours < 1e-9).toBe(state === 'met')
          expect(missing.length === 0).toBe(state === 'met')
        }
      }),
      { numRuns: 100 },
    )
  })

  it('counts no minute of supervision for two treatments', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const practice = leaves(practitioner, facts).find(({ id }) => id === 'practice')
        for (const route of practice?.children ?? []) {
          const minima = route.children.flatMap(({ children }) => children.filter(({ id }) => id === 'supervision'))
          const counted = new Set(minima.flatMap((part) => part.counted.map(({ id }) => id)))
          const held = facts.supervision.reduce((sum, { id, minutes }) => sum + (counted.has(id) ? minutes : 0), 0)
          expect(minima.reduce((sum, { have }) => sum + have, 0)).toBe(held)
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** What was known on a day. */
function knownBy(facts: PathwayFacts, at: string): PathwayFacts {
  const known = (day: string | undefined) => (day !== undefined && day <= at ? day : undefined)
  return {
    ...facts,
    cases: facts.cases
      .filter(({ startedOn }) => startedOn <= at)
      .map((fact) => ({
        ...fact,
        endedOn: known(fact.endedOn),
        countersignedOn: known(fact.countersignedOn),
        sessions: fact.sessions.filter(({ on }) => on <= at),
      })),
    supervision: facts.supervision
      .filter(({ on }) => on <= at)
      .map((fact) => ({ ...fact, countersignedOn: known(fact.countersignedOn) })),
    clips: facts.clips.filter(({ on }) => on <= at).map((fact) => ({ ...fact, reviewedOn: known(fact.reviewedOn) })),
    trainings: facts.trainings
      .filter(({ endedOn }) => endedOn <= at)
      .map((fact) => ({ ...fact, checkedOn: known(fact.checkedOn) })),
    documents: facts.documents.filter(({ on }) => on <= at),
    approvals: facts.approvals.filter(({ from }) => from <= at),
  }
}

/** The practitioner's requirements, some left out, some asking for more, and one of its own. */
const otherVersion: fc.Arbitrary<Pathway> = fc
  .tuple(fc.subarray([...practitioner.requirements], { minLength: 1 }), fc.boolean(), fc.boolean())
  .map(([kept, asksMore, hasOwn]) => {
    const needed = practitioner.requirements.filter(({ id }) => id === 'supervised-practice')
    const requirements: Requirement[] = [...new Set([...needed, ...kept])].map((requirement) =>
      asksMore && requirement.kind === 'sum' ? { ...requirement, atLeast: requirement.atLeast + 1 } : requirement,
    )
    const own: Requirement = {
      ...{ id: 'own', title: 'Two documents', why: 'New.', kind: 'count' },
      ...{ evidence: 'documents', atLeast: 2 },
    }
    return { ...practitioner, version: 3, requirements: hasOwn ? [...requirements, own] : requirements }
  })

describe('the gap between two versions', () => {
  it('is exactly what a move changes', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(someFacts, otherVersion, (facts, to) => {
        const moved = new Map(leaves(practitioner, facts).map((part) => [part.id, part]))
        for (const gap of gapBetween(practitioner, to, facts, AT)) {
          if (gap.change === 'gone') moved.delete(gap.id)
          else moved.set(gap.id, gap.after)
        }
        const now = leaves(to, facts)
        expect([...moved.keys()].sort()).toEqual(now.map(({ id }) => id).sort())
        for (const part of now) expect(moved.get(part.id)).toEqual(part)
      }),
      { numRuns: 100 },
    )
  })

  it('of a version with itself is empty', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        expect(gapBetween(practitioner, structuredClone(practitioner), facts, AT)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
