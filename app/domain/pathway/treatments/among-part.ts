import { refOf } from '../context.ts'
import { portfolioStep } from '../evaluate-amounts.ts'
import type { EvaluatedPart } from '../evaluated.ts'
import { choiceWords, FIELDS } from '../fields.ts'
import { meets } from '../filters.ts'
import type { Piece } from '../piece.ts'
import type { Filter, TreatmentsRule } from '../rules.ts'
import { listWords, unitWords } from '../wording.ts'
import { modalityWords } from './modality-words.ts'

const UNIT = ['treatment', 'treatments'] as const
/** A treatment that is yet to be begun is its own part of the route: here only that it be of this kind. */
const KIND_HOURS = 1

/** What some of the chosen treatments have to be, by the alternative that is nearest. */
export function amongPart(
  { id, title, anyOf }: NonNullable<TreatmentsRule['among']>,
  chosen: readonly Piece[],
): EvaluatedPart {
  const alternatives = anyOf.map(({ about, atLeast }) => {
    const serving = chosen.filter((piece) => meets(piece, about))
    return { about, atLeast, serving, missing: Math.max(0, atLeast - serving.length) }
  })
  const nearest = alternatives.reduce((best, alternative) => (alternative.missing < best.missing ? alternative : best))
  const { about, atLeast, serving, missing } = nearest
  return {
    ...{ id, title, kind: 'minimum' },
    state: missing === 0 ? 'met' : serving.length > 0 ? 'under-way' : 'not-begun',
    ...{ have: serving.length, need: atLeast, unit: unitWords(atLeast, UNIT) },
    because: [`${serving.length} of ${atLeast} ${unitWords(atLeast, UNIT)}`],
    counted: serving.map(refOf),
    notCounted: [],
    missing:
      missing === 0
        ? []
        : [`${missing} more ${modalityWords(about)}${unitWords(missing, UNIT)} with ${kindWords(about)}`],
    remainingHours: missing * KIND_HOURS,
    ...(missing > 0 && { next: portfolioStep('cases') }),
    children: [],
  }
}

const kindWords = (about: Filter) =>
  listWords(
    Object.entries(about).flatMap(([name, wanted]) => {
      const field = FIELDS.cases[name]
      if (name === 'modality' || field?.type !== 'choice' || !Array.isArray(wanted)) return []
      return [`${field.noun} ${choiceWords(field, wanted, 'or')}`]
    }),
    'and',
  )
