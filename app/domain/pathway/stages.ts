import { inTerm, type Term } from './days.ts'
import type { EvidenceKind, Pathway, Requirement } from './rules.ts'

/** A stretch of the way to a status, and what is asked in it. */
export type Stage = { title: string; asks: string[] }

type Kind = 'study' | 'background' | 'training' | 'practice' | 'papers' | 'development'

const titles: Record<Kind, string> = {
  study: 'Study, and be marked',
  background: 'Profession and experience',
  training: 'Train live',
  practice: 'Practise under supervision',
  papers: 'Statement and report',
  development: 'Go on learning',
}

const kinds: Record<EvidenceKind, Kind> = {
  trainings: 'training',
  cases: 'practice',
  supervision: 'practice',
  clips: 'practice',
  documents: 'papers',
  cpd: 'development',
}

/**
 * The way to a status in a few stages, as a picture shows it: what is of one kind makes a stage, in the order in which it begins, and
 * the decision and the renewal come last. Titles of requirements stand as the pathway has them.
 */
export function stagesOf({ requirements, decision, renewal }: Pathway): Stage[] {
  const stages: (Stage & { kind: Kind })[] = []
  let before: Kind = 'background'
  for (const requirement of requirements) {
    // A check or a declaration that stands among others belongs to those that it follows.
    const kind: Kind = kindOf(requirement) ?? before
    const stage = stages.find((one) => one.kind === kind)
    if (stage) stage.asks.push(requirement.title)
    else stages.push({ kind, title: titles[kind], asks: [requirement.title] })
    before = kind
  }
  return [
    ...stages.map(({ title, asks }) => ({ title, asks })),
    { title: 'A decision', asks: [decisionWords(decision?.people ?? 1)] },
    ...(renewal ? [{ title: 'Status', asks: [renewalWords(renewal.every)] }] : []),
  ]
}

/** Nothing where it can be of any stage. */
function kindOf(requirement: Requirement): Kind | undefined {
  switch (requirement.kind) {
    case 'course':
    case 'vignette':
    case 'vignettes':
      return 'study'
    case 'treatments':
      return 'practice'
    case 'profession':
      return 'background'
    case 'attestation':
    case 'staff-check':
      return undefined
    case 'any-of':
    case 'all-of':
      return requirement.requirements.map(kindOf).find((kind) => kind !== undefined) ?? 'background'
    default:
      return kinds[requirement.evidence]
  }
}

const decisionWords = (people: 1 | 2) =>
  people === 1
    ? 'By one person, on what you hand in; no computer decides'
    : 'By two people, on what you hand in; no computer decides'

const renewalWords = (every: Term) =>
  inTerm(every, {
    years: { one: 'Renewed every year', other: 'Renewed every {n} years' },
    months: { one: 'Renewed every month', other: 'Renewed every {n} months' },
  })
