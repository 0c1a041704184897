/** Something that several treatments could use: a supervision session, with the treatments that were brought to it. */
export type Share = { members: readonly number[]; amount: number }

/**
 * How much is missing when every one of the chosen treatments needs so much and no share is used twice. By the theorem of max-flow
 * and min-cut it is the worst shortfall of any of their subsets: what those need, less all that touches them. No flow is worked
 * out, so that many choices can be compared.
 * @param chosen treatments, at most `MAX_TREATMENTS` of them.
 */
export function dividedShortfall(shares: readonly Share[], chosen: readonly number[], need: number): number {
  const full = 2 ** chosen.length - 1
  const within = supplyByMembers(shares, chosen, full)
  // Summed over all subsets: what lies within a set is what touches none of the others.
  for (let bit = 1; bit <= full; bit *= 2)
    for (let set = 1; set <= full; set += 1) if (set & bit) within[set] = (within[set] ?? 0) + (within[set ^ bit] ?? 0)
  const all = within[full] ?? 0
  let worst = 0
  for (let set = 1; set <= full; set += 1) {
    const touching = all - (within[full ^ set] ?? 0)
    worst = Math.max(worst, need * bitCount(set) - touching)
  }
  return worst
}

/** A route has few treatments, and every one doubles the work. */
export const MAX_TREATMENTS = 10

function supplyByMembers(shares: readonly Share[], chosen: readonly number[], full: number): Float64Array {
  const supply = new Float64Array(full + 1)
  for (const { members, amount } of shares) {
    let set = 0
    for (const member of members) {
      const place = chosen.indexOf(member)
      if (place >= 0) set |= 1 << place
    }
    // What touches none of them stands at 0, which is added to no set.
    if (set > 0) supply[set] = (supply[set] ?? 0) + amount
  }
  return supply
}

function bitCount(set: number): number {
  let count = 0
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1
  return count
}

/** Shares of the same treatments taken together: as far as the shortfall goes they are one. */
export function mergeShares(shares: readonly Share[]): Share[] {
  const merged = new Map<string, { members: readonly number[]; amount: number }>()
  for (const { members, amount } of shares) {
    const key = members.join()
    const known = merged.get(key)
    if (known) known.amount += amount
    else merged.set(key, { members, amount })
  }
  return [...merged.values()]
}
