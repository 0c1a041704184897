/** A line and the answer that was chosen for it, as they are kept in one text: ids have no `=`. */
export const pairOf = (line: string, answer: string): string => `${line}=${answer}`

/** The answers that were chosen, by line. */
export const answersByLine = (pairs: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    pairs.flatMap((pair) => {
      const [line, answer] = pair.split('=')
      return line && answer ? [[line, answer]] : []
    }),
  )
