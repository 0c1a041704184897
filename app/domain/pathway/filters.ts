import { choiceWords, FIELDS, type Field } from './fields.ts'
import type { Piece } from './piece.ts'
import type { Filter, Wanted } from './rules.ts'
import { amountWords, unitWords } from './wording.ts'

/** Why a piece does not meet a filter, as a sentence: of the first field that is otherwise. Nothing when it meets it. */
export function reasonAgainst(piece: Piece, filter: Filter | undefined): string | undefined {
  if (!filter) return undefined
  for (const name in filter) {
    const wanted = filter[name]
    const field = FIELDS[piece.evidence][name]
    if (wanted === undefined || !field || isAsWanted(piece.fields[name], wanted)) continue
    return `${sentence(piece.fields[name], wanted, field)}.`
  }
  return undefined
}

/** Whether a piece is as a filter wants it, in each field that it names; without one every piece is. */
export const meets = (piece: Piece, filter: Filter | undefined): boolean => {
  for (const name in filter) {
    const wanted = filter[name]
    if (wanted !== undefined && !isAsWanted(piece.fields[name], wanted)) return false
  }
  return true
}

function isAsWanted(value: Piece['fields'][string] | undefined, wanted: Wanted): boolean {
  if (wanted === 'in-force') return value === true
  if (typeof wanted === 'boolean') return value === wanted
  if (isList(wanted)) return wanted.includes(String(value))
  if ('noneOf' in wanted) return !wanted.noneOf.includes(String(value))
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = wanted
  return typeof value === 'number' && value >= atLeast && value <= atMost
}

const isList = (wanted: object): wanted is readonly string[] => Array.isArray(wanted)

function sentence(value: Piece['fields'][string] | undefined, wanted: Wanted, field: Field): string {
  switch (field.type) {
    case 'flag':
      return wanted === true ? field.not : field.unlessNot
    case 'approval':
      return field.not
    case 'key':
      return `Its ${field.noun} does not count here`
    case 'number':
      return `Its ${field.noun} is ${amountOf(Number(value), field)}; ${boundsWords(wanted)}`
    case 'choice': {
      const is = `Its ${field.noun} is ${choiceWords(field, [String(value)])}`
      if (typeof wanted !== 'object' || !isList(wanted)) return `${is}, which does not count here`
      return `${is}, not ${choiceWords(field, wanted)}`
    }
  }
}

type NumberField = Field & { type: 'number' }

const amountOf = (value: number, { unit }: NumberField) => `${amountWords(value)} ${unitWords(value, unit)}`

function boundsWords(wanted: Wanted): string {
  const { atLeast, atMost } = wanted as { atLeast?: number; atMost?: number }
  if (atLeast === undefined) return `at most ${atMost} count`
  return atMost === undefined ? `at least ${amountWords(atLeast)} are needed` : `from ${atLeast} to ${atMost} count`
}

/** Whether one piece could meet both filters: only choices can exclude each other here. */
export function canMeetBoth(one: Filter, other: Filter): boolean {
  return Object.entries(one).every(([name, wanted]) => {
    const also = other[name]
    if (wanted === undefined || also === undefined) return true
    if (typeof wanted === 'boolean' || typeof also === 'boolean') return wanted === also
    if (typeof wanted !== 'object' || typeof also !== 'object' || !isList(wanted) || !isList(also)) return true
    return wanted.some((value) => also.includes(value))
  })
}
