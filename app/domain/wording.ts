import { localeOf, type Region, readersRegion } from './region.ts'

/** The language that everything is written in. A second language begins here. */
const plurals = new Intl.PluralRules('en-GB')

const formats = new Map<Region, Intl.NumberFormat>()

/** A number as whoever reads it writes one: 4,507 in Britain, 4.507 in Germany. */
export function figure(number: number): string {
  const region = readersRegion()
  const format = formats.get(region) ?? new Intl.NumberFormat(localeOf(region))
  formats.set(region, format)
  return format.format(number)
}

/**
 * A whole sentence for each form that a number takes: English has two, other languages up to six, and which words change with it is theirs to say.
 * Places for values stand in braces; `{n}` is the number.
 */
export type Forms = { one: string; other: string }

/** `inNumber(1, { one: '1 question', other: '{n} questions' })` */
export function inNumber(count: number, forms: Forms, values: Readonly<Record<string, number | string>> = {}): string {
  const form = plurals.select(count) === 'one' ? forms.one : forms.other
  const known: Record<string, number | string> = { n: count, ...values }
  return form.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = known[name]
    return value === undefined ? place : typeof value === 'number' ? figure(value) : value
  })
}
