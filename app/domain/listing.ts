const all = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const any = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** What stands between the parts of a list is the language's, as the forms of a number are: `a, b and c`. */
export const inList = (words: Iterable<string>): string => all.format(words)

/** `a, b or c` */
export const inChoice = (words: Iterable<string>): string => any.format(words)
