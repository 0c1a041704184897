import { writtenForAll } from '../region.ts'
import type { Context } from './context.ts'
import { evaluateCount, evaluateMonthly, evaluateShare, evaluateSum } from './evaluate-amounts.ts'
import { evaluateAttestation, evaluateProfession, evaluateStaffCheck } from './evaluate-declared.ts'
import { allOf, evaluateAllOf, evaluateAnyOf, partOf } from './evaluate-groups.ts'
import { evaluateCourse, evaluateVignette, evaluateVignettes } from './evaluate-learning.ts'
import { type EvaluatedPathway, leavesOf, type Standing } from './evaluated.ts'
import type { Day, PathwayFacts } from './facts.ts'
import { piecesAt } from './pieces.ts'
import type { Pathway, Requirement } from './rules.ts'
import { evaluateTreatments } from './treatments/evaluate-treatments.ts'
import { turnsOf } from './turns.ts'

/**
 * How far a person has come on a pathway, and why: every requirement with what there is, which evidence counts, which does not and
 * for what reason, and what would complete it.
 * @param at the day as of which to look: what happened or was confirmed later is as if it had not been.
 */
export function evaluatePathway(
  { title, version, requirements }: Pick<Pathway, 'title' | 'version' | 'requirements'>,
  facts: PathwayFacts,
  at: Day,
): EvaluatedPathway {
  const context = contextOf(requirements, facts, at)
  // Reasons are read by several people, and kept with a decision.
  const parts = writtenForAll(() =>
    requirements.map((requirement) => partOf(requirement, context.evaluate(requirement))),
  )
  const leaves = leavesOf(parts)
  const open = leaves.filter(({ next }) => next)
  // Whoever waits for somebody is pointed at the next thing that needs no waiting.
  const first = open.find(({ next }) => next?.target) ?? open[0]
  const { state } = allOf(parts)
  return {
    ...{ title, version, at, state, isMet: state === 'met' },
    metCount: leaves.filter((leaf) => leaf.state === 'met').length,
    requirements: parts,
    ...(first?.next && { next: { requirementId: first.id, step: first.next } }),
  }
}

function contextOf(requirements: readonly Requirement[], facts: PathwayFacts, at: Day): Context {
  const done = new Map<string, Standing>()
  const context: Context = {
    ...{ facts, at, pieces: piecesAt(facts, at) },
    evaluate: (requirement) => {
      const known = done.get(requirement.id)
      if (known) return known
      const standing = evaluate(requirement, context)
      done.set(requirement.id, standing)
      return standing
    },
    turnOf: (turn) => turnsOf(requirements, context, evaluate)(turn),
  }
  return context
}

function evaluate(requirement: Requirement, context: Context): Standing {
  switch (requirement.kind) {
    case 'all-of':
      return evaluateAllOf(requirement, context)
    case 'any-of':
      return evaluateAnyOf(requirement, context)
    case 'course':
      return evaluateCourse(requirement, context)
    case 'vignette':
      return evaluateVignette(requirement, context)
    case 'vignettes':
      return evaluateVignettes(requirement, context)
    case 'count':
      return evaluateCount(requirement, context)
    case 'sum':
      return evaluateSum(requirement, context)
    case 'share':
      return evaluateShare(requirement, context)
    case 'monthly':
      return evaluateMonthly(requirement, context)
    case 'treatments':
      return evaluateTreatments(requirement, context)
    case 'attestation':
      return evaluateAttestation(requirement.id, requirement, context)
    case 'staff-check':
      return evaluateStaffCheck(requirement.id, requirement, context)
    case 'profession':
      return evaluateProfession(requirement, context)
  }
}
