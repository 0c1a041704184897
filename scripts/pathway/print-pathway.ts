import type { EvaluatedPart, EvaluatedPathway, RequirementState } from '#app/domain/pathway/evaluated.ts'
import { amountWords } from '#app/domain/pathway/wording.ts'

const marks: Record<RequirementState, string> = { met: '✓', 'under-way': '◐', 'not-begun': '○', expired: '⧗' }
const words: Record<RequirementState, string> = {
  met: 'met',
  'under-way': 'under way',
  'not-begun': 'not begun',
  expired: 'expired',
}

/** An evaluated pathway as a tree that reads in a terminal. */
export function printPathway({ title, version, at, metCount, requirements, next }: EvaluatedPathway): string {
  const step = next && [`Next: ${next.step.text} (${next.requirementId})`]
  return [
    `${title}, version ${version}, as of ${at}`,
    ...requirements.flatMap((part) => partLines(part, '')),
    '',
    `${metCount} met.`,
    ...(step ?? []),
  ].join('\n')
}

function partLines(part: EvaluatedPart, indent: string): string[] {
  const { title, id, state, have, need, unit, isShortest, children, missing, totals = [] } = part
  const way = isShortest && state !== 'met' ? '  ← the shortest way' : ''
  const left =
    part.isShortest === undefined || state === 'met' ? '' : `, about ${Math.ceil(part.remainingHours)} h to go`
  const inner = `${indent}  `
  const isWhole = children.length === 0 || isNotBegun(part)
  return [
    `${indent}${marks[state]} ${title} [${id}]: ${words[state]}, ${amountWords(have)} of ${amountWords(need)} ${unit}${left}${way}`,
    ...totals.map(
      (total) => `${inner}· ${total.title}: ${amountWords(total.have)} of ${amountWords(total.need)} ${total.unit}`,
    ),
    ...(isWhole ? evidenceLines(part, inner) : children.flatMap((child) => partLines(child, inner))),
    ...(isWhole && missing.length > 0 ? [`${inner}to do: ${missing.join('; ')}`] : []),
    ...(part.kind === 'treatments' || part.kind === 'route' ? refusedLines(part, inner) : []),
  ]
}

/** A treatment that nobody has begun is told in one line. */
const isNotBegun = ({ kind, state }: EvaluatedPart) => kind === 'treatment' && state === 'not-begun'

const evidenceLines = (part: EvaluatedPart, indent: string): string[] => [
  ...part.counted.map(({ label, id }) => `${indent}+ ${label} (${id})`),
  ...refusedLines(part, indent),
]

/** What a route tells itself is not told again above it. */
function refusedLines({ notCounted, children }: EvaluatedPart, indent: string): string[] {
  const told = new Set(children.filter(({ kind }) => kind === 'route').flatMap((route) => route.notCounted))
  return notCounted
    .filter((refused) => !told.has(refused))
    .map(({ label, id, reason }) => `${indent}- ${label} (${id}): ${reason}`)
}
