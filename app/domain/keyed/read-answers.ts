import { tidyAnnotations } from './annotation.ts'
import { keyedField } from './answer-fields.ts'
import { type Asked, blankKeyedAnswers, isNothingAnswered, type KeyedAnswers } from './answers.ts'
import { passagesIn } from './coding-fields.ts'
import { isShift } from './concordance.ts'
import { type AskedJudgement, type Judged, whyNoChoice, whyNoOrder } from './judgement.ts'

type Fields = Readonly<Record<string, string>>

export type SentKeyedAnswers = {
  /** All that could be read, half answers included; null when the page was sent before it was ready. */
  answers: KeyedAnswers | null
  /** By the field that each stands beside. Complete and usable only without any. */
  errors: Record<string, string>
}

/** Reads what a form sent in answer to what a vignette asks. */
export function readKeyedFields(asked: Asked, fields: Fields): SentKeyedAnswers {
  if (asked.kind === 'annotate') {
    const passages = passagesIn(asked, fields)
    if (!passages) return { answers: null, errors: { [keyedField.coding]: NOT_READY } }
    const tidy = tidyAnnotations(passages, asked)
    if ('fault' in tidy) return { answers: null, errors: { [keyedField.coding]: tidy.fault } }
    return withFaults(asked, { kind: 'annotate', passages: tidy.annotations })
  }
  if (asked.kind === 'situational-judgement')
    return withFaults(asked, { kind: asked.kind, items: itemsIn(asked, fields) })
  const shifts = asked.items.flatMap(({ id }) => {
    const sent = fields[keyedField.item(id)]
    const shift = sent ? Number(sent) : undefined
    return isShift(shift) ? [[id, shift] as const] : []
  })
  return withFaults(asked, { kind: asked.kind, shifts: Object.fromEntries(shifts) })
}

const NOT_READY = 'The page was sent before it was ready, so nothing was read from it. What you coded before is kept.'

const withFaults = (asked: Asked, answers: KeyedAnswers): SentKeyedAnswers => ({
  answers,
  errors: faultsOf(asked, answers),
})

function itemsIn({ items }: AskedJudgement, fields: Fields): Record<string, Judged> {
  const read = (item: AskedJudgement['items'][number]): Judged => {
    if (item.mode === 'choose')
      return { chosen: item.options.flatMap(({ id }) => (fields[keyedField.choice(item.id, id)] ? [id] : [])) }
    const places = item.options.flatMap(({ id }) => {
      const place = Number(fields[keyedField.place(item.id, id)])
      return isPlace(place, item.options.length) ? [[id, place] as const] : []
    })
    return { places: Object.fromEntries(places) }
  }
  return Object.fromEntries(items.map((item) => [item.id, read(item)]))
}

const isPlace = (place: unknown, options: number): place is number =>
  Number.isInteger(place) && Number(place) >= 1 && Number(place) <= options

/** What has to be put right before an answer can be handed in, by the field that it stands beside. */
export function faultsOf(asked: Asked, answers: KeyedAnswers): Record<string, string> {
  if (asked.kind === 'annotate')
    return isNothingAnswered(answers) ? { [keyedField.coding]: 'Code at least one passage.' } : {}
  const faults = asked.items.flatMap((item) => {
    const fault = faultOfItem(asked.kind, item, answers)
    return fault ? [[keyedField.item(item.id), fault] as const] : []
  })
  return Object.fromEntries(faults)
}

function faultOfItem(
  kind: Exclude<Asked['kind'], 'annotate'>,
  item: { id: string } | AskedJudgement['items'][number],
  answers: KeyedAnswers,
): string | null {
  if (kind === 'script-concordance')
    return answers.kind === kind && answers.shifts[item.id] !== undefined ? null : 'Choose one of the five answers.'
  if (!('mode' in item) || answers.kind !== kind) return null
  const judged = answers.items[item.id]
  return item.mode === 'rank'
    ? whyNoOrder(item, judged && 'places' in judged ? judged.places : {})
    : whyNoChoice(item, judged && 'chosen' in judged ? judged.chosen : [])
}

/** The answers in a draft or a record, which somebody's browser wrote: whatever is none of this vignette's is left out. */
export function keyedAnswersIn(asked: Asked, body: unknown): KeyedAnswers {
  const stored = partsOf(body)
  if (asked.kind === 'annotate') {
    const passages = Array.isArray(stored.passages) ? stored.passages.filter(isAnnotation) : []
    const tidy = tidyAnnotations(passages, asked)
    return { kind: asked.kind, passages: 'fault' in tidy ? [] : tidy.annotations }
  }
  const items = partsOf(asked.kind === 'script-concordance' ? stored.shifts : stored.items)
  if (asked.kind === 'script-concordance') {
    const shifts = asked.items.flatMap(({ id }) => (isShift(items[id]) ? [[id, items[id]] as const] : []))
    return { kind: asked.kind, shifts: Object.fromEntries(shifts) }
  }
  const judged = asked.items.flatMap((item) =>
    items[item.id] ? [[item.id, judgedIn(item, items[item.id])] as const] : [],
  )
  return judged.length === 0 ? blankKeyedAnswers(asked) : { kind: asked.kind, items: Object.fromEntries(judged) }
}

function judgedIn(item: AskedJudgement['items'][number], stored: unknown): Judged {
  const { places, chosen } = partsOf(stored)
  if (item.mode === 'choose')
    return { chosen: item.options.flatMap(({ id }) => (Array.isArray(chosen) && chosen.includes(id) ? [id] : [])) }
  const kept = item.options.flatMap(({ id }) => {
    const place = partsOf(places)[id]
    return isPlace(place, item.options.length) ? [[id, place] as const] : []
  })
  return { places: Object.fromEntries(kept) }
}

const partsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

function isAnnotation(value: unknown): value is { turn: number; from: number; to: number; code: string } {
  const { turn, from, to, code } = partsOf(value)
  return [turn, from, to].every(Number.isInteger) && typeof code === 'string'
}
