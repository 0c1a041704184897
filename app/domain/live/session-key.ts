const MAX_LENGTH = 60

/** What a title comes to as a key: `day-1-curiosity` for "Day 1: Curiosity". Empty where it has no letter or digit of ASCII. */
export const keyFromTitle = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-|-$/g, '')
