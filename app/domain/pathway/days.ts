import { type Forms, inNumber } from '../wording.ts'
import type { Day } from './facts.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `3 March 2026`, as people read a day. */
export function dayWords(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The same day so many months on (or back); where that month has no such day, its last. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = (count % 12) + 1
  return [
    String(toYear).padStart(4, '0'),
    String(toMonth).padStart(2, '0'),
    String(Math.min(date, lastOfMonth(toYear, toMonth))).padStart(2, '0'),
  ].join('-')
}

/** `2026-03`: the calendar month of a day. */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** `March 2026` for `2026-03`. */
export const monthWords = (month: string): string => dayWords(`${month}-01`).replace(/^1 /, '')

export type Term = { years?: number | undefined; months?: number | undefined }

export const monthsIn = ({ years = 0, months = 0 }: Term): number => years * 12 + months

/** How long a term is: `a year`, `5 years`, `18 months`. */
export const termWords = (term: Term): string =>
  inTerm(term, {
    years: { one: 'a year', other: '{n} years' },
    months: { one: 'a month', other: '{n} months' },
  })

/** A whole sentence about a term: in years where it is of whole ones, in months otherwise. */
export function inTerm(
  term: Term,
  forms: { years: Forms; months: Forms },
  values: Readonly<Record<string, string>> = {},
): string {
  const months = monthsIn(term)
  return months % 12 === 0 ? inNumber(months / 12, forms.years, values) : inNumber(months, forms.months, values)
}
