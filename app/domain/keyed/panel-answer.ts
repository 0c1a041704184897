import { checkMark, type MarkFaults, type MarkFields, markField } from '../mark-form.ts'
import type { MarkedRubric } from '../rubric.ts'
import { keyedField } from './answer-fields.ts'
import type { Asked, KeyedAnswers } from './answers.ts'
import type { BenchmarkMark } from './benchmark-consensus.ts'
import { keyedAnswersIn, readKeyedFields } from './read-answers.ts'

export const EXPERTISE_CHARACTERS = 300
const REASON_CHARACTERS = 2_000

/** The name of the field in which members say what makes them experts. */
export const EXPERTISE = 'expertise'

/** What a member of a panel has filled in on a vignette that a key scores: the body of the draft. */
export type PanelBody = { expertise: string; answers: KeyedAnswers; reasons: Record<string, string> }

export type ReadPanelBody = { body: PanelBody | null; errors: Record<string, string> }

/** Reads a member's form. `body` is complete only without errors, which go by their fields; null: sent before it was ready. */
export function readPanelFields(asked: Asked, fields: Readonly<Record<string, string>>): ReadPanelBody {
  const { answers, errors } = readKeyedFields(asked, fields)
  const reasons = subjectsOf(asked).flatMap((subject) => {
    const text = readText(fields[keyedField.reason(subject)])
    return text === '' ? [] : [[subject, text] as const]
  })
  const tooLong = reasons
    .filter(([, text]) => text.length > REASON_CHARACTERS)
    .map(([subject]) => [keyedField.reason(subject), `Use at most ${REASON_CHARACTERS} characters.`])
  const expertise = readText(fields[EXPERTISE])
  return {
    body: answers && { expertise, answers, reasons: Object.fromEntries(reasons) },
    errors: { ...expertiseFault(expertise), ...errors, ...Object.fromEntries(tooLong) },
  }
}

/** What a draft holds, which its owner's browser wrote: whatever is none of this vignette's is left out. */
export function panelBodyIn(asked: Asked, stored: unknown): PanelBody {
  const { expertise, answers, reasons } = partsOf(stored)
  const given = partsOf(reasons)
  const texts = subjectsOf(asked).flatMap((subject) => {
    const text = given[subject]
    return typeof text === 'string' ? [[subject, text] as const] : []
  })
  return {
    expertise: typeof expertise === 'string' ? expertise : '',
    answers: keyedAnswersIn(asked, answers),
    reasons: Object.fromEntries(texts),
  }
}

/** What a reason can be about: an item, or a turn by its number. */
const subjectsOf = (asked: Asked): string[] =>
  asked.kind === 'annotate' ? asked.transcript.map((_, index) => String(index + 1)) : asked.items.map(({ id }) => id)

/** Reads a member's mark of a benchmark: as any mark, with a reason for every level whatever it is. */
export function readPanelMark(
  rubric: MarkedRubric,
  { [EXPERTISE]: expertise = '', ...fields }: MarkFields,
): { mark: BenchmarkMark; expertise: string } | { faults: MarkFaults } {
  const checked = checkMark(rubric, fields)
  const faults = {
    ...expertiseFault(readText(expertise)),
    ...Object.fromEntries(rubric.criteria.flatMap(({ id, title }) => reasonFault(id, title, fields))),
    ...('faults' in checked ? checked.faults : {}),
  }
  if ('faults' in checked || Object.keys(faults).length > 0) return { faults }
  const { ratings, globalLevel, comment, criticalErrors } = checked.mark
  const rated = Object.entries(ratings).map(([id, { level, comment: because }]) => [id, { level, because }])
  return {
    expertise: readText(expertise),
    mark: {
      ratings: Object.fromEntries(rated),
      global: { level: globalLevel, because: comment },
      criticalErrors: Object.entries(criticalErrors).map(([id, because]) => ({ id, because })),
    },
  }
}

const reasonFault = (id: string, title: string, fields: MarkFields): [string, string][] =>
  readText(fields[markField.comment(id)]) === '' ? [[markField.comment(id), `${title}: say why this level.`]] : []

function expertiseFault(expertise: string): Record<string, string> {
  if (expertise === '') return { [EXPERTISE]: 'Say in a line what makes you an expert here.' }
  return expertise.length > EXPERTISE_CHARACTERS
    ? { [EXPERTISE]: `Use at most ${EXPERTISE_CHARACTERS} characters.` }
    : {}
}

const readText = (value = '') => value.replaceAll('\r\n', '\n').trim()

const partsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
