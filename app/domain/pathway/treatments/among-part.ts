import { inList } from '../../listing.ts'
import { type Forms, inNumber } from '../../wording.ts'
import { refOf } from '../context.ts'
import { portfolioStep } from '../evaluate-amounts.ts'
import type { EvaluatedPart } from '../evaluated.ts'
import { choiceWords, FIELDS } from '../fields.ts'
import { meets } from '../filters.ts'
import type { Piece } from '../piece.ts'
import type { Filter, TreatmentsRule } from '../rules.ts'
import { TREATMENTS, unitWords } from '../wording.ts'
import { modalityOf } from './modality-of.ts'

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
    ...{ have: serving.length, need: atLeast, unit: unitWords(atLeast, TREATMENTS) },
    because: [`${serving.length} of ${atLeast} ${unitWords(atLeast, TREATMENTS)}`],
    counted: serving.map(refOf),
    notCounted: [],
    missing:
      missing === 0
        ? []
        : [inNumber(missing, missingForms(about), { modality: modalityOf(about), kind: kindWords(about) })],
    remainingHours: missing * KIND_HOURS,
    ...(missing > 0 && { next: portfolioStep('cases') }),
    children: [],
  }
}

const missingForms = (about: Filter): Forms =>
  modalityOf(about)
    ? { one: '1 more {modality} treatment with {kind}', other: '{n} more {modality} treatments with {kind}' }
    : { one: '1 more treatment with {kind}', other: '{n} more treatments with {kind}' }

const kindWords = (about: Filter) =>
  inList(
    Object.entries(about).flatMap(([name, wanted]) => {
      const field = FIELDS.cases[name]
      if (name === 'modality' || field?.type !== 'choice' || !Array.isArray(wanted)) return []
      return [`${field.noun} ${choiceWords(field, wanted)}`]
    }),
  )
