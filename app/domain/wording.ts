/** The language that everything is written in, and the way in which numbers are. A second language begins here. */
const LOCALE = 'en-GB'
const plurals = new Intl.PluralRules(LOCALE)
const figures = new Intl.NumberFormat(LOCALE)

/** A number as people read it: 4,507. */
export const figure = (number: number): string => figures.format(number)

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
