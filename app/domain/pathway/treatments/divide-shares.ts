import type { Share } from './shared-supply.ts'

/**
 * Divides shares between treatments so that as much as possible of what each needs is there, by augmenting paths; what is left over
 * goes to the first treatment of the share.
 * @param shares members are places 0..count - 1, in ascending order.
 * @returns for each share, how much of it each treatment gets.
 */
export function divideShares(shares: readonly Share[], count: number, need: number): number[][] {
  const given = shares.map(() => new Array<number>(count).fill(0))
  const unmet = new Array<number>(count).fill(need)
  const left = shares.map(({ amount }) => amount)

  // What only one treatment can use is used there first, so that the shared ones fill what is still missing.
  const order = shares.map((_, index) => index).sort((a, b) => sizeOf(shares[a]) - sizeOf(shares[b]) || a - b)
  for (const share of order)
    for (;;) {
      const path = findPath(share, { shares, given, unmet, left })
      if (!path) break
      push(path, share, { given, unmet, left })
    }

  shares.forEach(({ members }, share) => {
    const [first] = members
    const row = given[share]
    if (first !== undefined && row) row[first] = (row[first] ?? 0) + (left[share] ?? 0)
  })
  return given
}

const sizeOf = (share: Share | undefined) => share?.members.length ?? 0

type State = { shares: readonly Share[]; given: number[][]; unmet: number[]; left: number[] }

/** A treatment that gets more, and the share that gives it; each later step hands on what the one before gave up. */
type Step = { to: number; by: number }

/** The shortest way for some of the share to reach a treatment that lacks it, moving what others have given on the way. */
function findPath(from: number, { shares, given, unmet, left }: State): Step[] | undefined {
  if ((left[from] ?? 0) <= 0) return undefined
  const paths = new Map<number, Step[]>()
  const queue: number[] = []
  const reach = (by: number, before: readonly Step[]) => {
    for (const to of shares[by]?.members ?? [])
      if (!paths.has(to)) {
        paths.set(to, [...before, { to, by }])
        queue.push(to)
      }
  }
  reach(from, [])
  for (const treatment of queue) {
    const path = paths.get(treatment) ?? []
    if ((unmet[treatment] ?? 0) > 0) return path
    given.forEach((row, share) => {
      if ((row[treatment] ?? 0) > 0) reach(share, path)
    })
  }
  return undefined
}

function push(path: readonly Step[], from: number, { given, unmet, left }: Omit<State, 'shares'>): void {
  const last = path.at(-1)
  if (!last) return
  const amount = path.reduce(
    (least, { by }, index) => {
      const before = path[index - 1]
      return before ? Math.min(least, given[by]?.[before.to] ?? 0) : least
    },
    Math.min(left[from] ?? 0, unmet[last.to] ?? 0),
  )
  path.forEach(({ to, by }, index) => {
    const row = given[by]
    const before = path[index - 1]
    if (!row) return
    if (before) row[before.to] = (row[before.to] ?? 0) - amount
    row[to] = (row[to] ?? 0) + amount
  })
  left[from] = (left[from] ?? 0) - amount
  unmet[last.to] = (unmet[last.to] ?? 0) - amount
}
