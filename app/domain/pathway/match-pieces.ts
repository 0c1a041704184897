/**
 * Gives each piece to one of the needs that it could serve, so that as much of the needs as possible is met: a maximum bipartite
 * matching by augmenting paths. What is left over goes to the first that it could serve.
 * @param options for each piece, the needs that it could serve.
 * @param needs how many pieces each asks for.
 * @returns for each piece, the need that it serves.
 */
export function matchPieces(options: readonly (readonly number[])[], needs: readonly number[]): (number | undefined)[] {
  const taken: (number | undefined)[] = options.map(() => undefined)
  const served = needs.map((): number[] => [])

  function place(piece: number, tried: Set<number>): boolean {
    for (const need of options[piece] ?? []) {
      if (tried.has(need)) continue
      tried.add(need)
      const holders = served[need] ?? []
      if (holders.length < (needs[need] ?? 0)) {
        holders.push(piece)
        taken[piece] = need
        return true
      }
      const moved = holders.findIndex((holder) => place(holder, tried))
      if (moved < 0) continue
      holders[moved] = piece
      taken[piece] = need
      return true
    }
    return false
  }

  options.forEach((_, piece) => {
    if (!place(piece, new Set())) taken[piece] = undefined
  })
  return taken.map((need, piece) => need ?? options[piece]?.[0])
}
