/** `1 lesson`, `3 lessons`. */
export const countWords = (count: number, noun: string): string => `${count} ${count === 1 ? noun : `${noun}s`}`

/** `a, b and c`. */
export const listWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
