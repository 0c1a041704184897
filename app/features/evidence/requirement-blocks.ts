import {
  type EvaluatedPart,
  type EvaluatedPathway,
  type EvidenceRef,
  leavesOf,
  type RequirementState,
} from '#app/domain/pathway/evaluated.ts'
import { amountWords, measureWords, stillNeeded } from '#app/domain/pathway/wording.ts'
import type { Block } from '#app/pdf/report/report.ts'
import { shortDay } from './parts.ts'

const stateWords: Record<RequirementState, string> = {
  met: 'Met',
  'under-way': 'Under way',
  'not-begun': 'Not begun',
  expired: 'Expired',
}

/** Every requirement in one line, then each with what was found: the same as on the pages, in the same words. */
export function requirementBlocks(evaluated: EvaluatedPathway): Block[] {
  const leaves = leavesOf(evaluated.requirements)
  const rows = leaves.map((leaf) => [leaf.title, stateWords[leaf.state], measureWords(leaf)])
  return [
    { kind: 'heading', level: 2, text: 'How it stands', startsPage: true },
    { kind: 'paragraph', text: `${evaluated.metCount} of ${leaves.length} requirements are met.` },
    { kind: 'table', columns: [column('Requirement', 6), column('Standing', 2), column('How far', 3)], rows },
    { kind: 'heading', level: 2, text: 'Requirement by requirement' },
    ...leaves.flatMap((leaf): Block[] => [
      { kind: 'heading', level: 3, text: leaf.title },
      ...(leaf.why ? [{ kind: 'paragraph', tone: 'quiet', text: leaf.why } as const] : []),
      ...findingsOf(leaf, 0),
    ]),
  ]
}

const column = (title: string, share: number) => ({ title, share })

/** How a part stands, and then the parts that it consists of, each further in. */
function findingsOf(part: EvaluatedPart, indent: number): Block[] {
  const { state, because, missing, children, kind } = part
  // The parts say themselves what counts for them; what counts for none of them is said above them.
  const standing = `${stateWords[state]}: ${measureWords(part)}.`
  return [
    { kind: 'paragraph', text: standing, indent },
    ...paragraphs(
      because.filter((reason) => reason !== plainMeasure(part)),
      indent,
    ),
    ...piecesOf(children.length > 0 ? { ...part, counted: [] } : part, indent),
    ...(missing.length > 0 ? paragraphs([`Still needed: ${missing.join('; ')}.`], indent) : []),
    ...(kind === 'treatments' ? routes(children, indent) : children.flatMap((child) => within(child, indent + 1))),
  ]
}

/** As the engine puts it where there is nothing else to say; the standing says it already. */
const plainMeasure = ({ have, need, unit }: EvaluatedPart) => `${amountWords(have)} of ${amountWords(need)} ${unit}`

const paragraphs = (texts: readonly string[], indent: number): Block[] =>
  texts.map((text) => ({ kind: 'paragraph', text, indent }))

const within = (part: EvaluatedPart, indent: number): Block[] => [
  { kind: 'heading', level: 4, text: part.title, indent },
  ...findingsOf(part, indent),
]

/** The route that is complete or nearest with all that it rests on; of the others what they would still need. */
function routes(children: readonly EvaluatedPart[], indent: number): Block[] {
  const nearest =
    children.find(({ isShortest }) => isShortest) ??
    [...children].sort((a, b) => a.remainingHours - b.remainingHours)[0]
  const others = children.filter((route) => route !== nearest)
  return [
    ...(nearest ? within(nearest, indent + 1) : []),
    ...others.flatMap((route) => paragraphs([otherRoute(route)], indent + 1)),
  ]
}

function otherRoute({ title, state, totals = [] }: EvaluatedPart): string {
  const needs = totals.flatMap((total) => stillNeeded(total) ?? [])
  return state === 'met' ? `${title}: complete as well.` : `${title}: not complete. ${needs.join(' · ')}.`
}

/** What counts in one go; what does not, by its reason. */
function piecesOf({ counted, notCounted }: EvaluatedPart, indent: number): Block[] {
  const reasons = Map.groupBy(notCounted, ({ reason }) => reason)
  return [
    ...(counted.length > 0 ? paragraphs([`Counts (${counted.length}): ${labels(counted)}.`], indent) : []),
    ...(reasons.size > 0 ? paragraphs([`Does not count (${notCounted.length}):`], indent) : []),
    ...(reasons.size > 0
      ? [
          {
            kind: 'list',
            items: [...reasons].map(([reason, pieces]) => `${labels(pieces)}: ${withoutStop(reason)}.`),
            indent,
          } as const,
        ]
      : []),
  ]
}

/** Sessions of supervision by their days alone, once the word has fallen. */
function labels(pieces: readonly EvidenceRef[]): string {
  const [sessions, others] = [pieces.filter(isSession), pieces.filter((piece) => !isSession(piece))]
  const days = sessions.map(({ on }) => shortDay(on).replaceAll(' ', '\u00a0')).join(', ')
  return [...others.map(({ label }) => label), ...(days ? [`Supervision on ${days}`] : [])].join('; ')
}

const isSession = ({ evidence }: EvidenceRef) => evidence === 'supervision'
const withoutStop = (sentence: string) => sentence.replace(/\.$/, '')
