/** A stretch of a text that something is said of. */
export type Span<Mark> = { from: number; to: number; mark: Mark }

/** A piece of a text in which nothing begins or ends: the marks on it, and those that end with it. */
export type Piece<Mark> = { from: number; text: string; marks: Mark[]; ending: Mark[] }

/**
 * Cuts a part of a text where marks begin or end, so that marks that overlap can be drawn one after the other.
 * @param part where the part begins and ends in the text; spans count from the text's beginning.
 */
export function piecesOf<Mark>(
  text: string,
  part: { from: number; to: number },
  spans: readonly Span<Mark>[],
): Piece<Mark>[] {
  const within = (at: number) => at > part.from && at < part.to
  const cuts = new Set([part.from, part.to, ...spans.flatMap(({ from, to }) => [from, to]).filter(within)])
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? part.from
    const over = spans.filter((span) => span.from < to && span.to > from)
    return {
      from,
      text: text.slice(from, to),
      marks: over.map(({ mark }) => mark),
      ending: over.filter((span) => span.to === to).map(({ mark }) => mark),
    }
  })
}
