import { seededRandom } from './seeded-random.ts'

export const CONFLICT_KINDS = ['supervisee', 'conflict'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

/** What decides who may mark a script. */
export type ScriptFacts = {
  /** Absent where the script is a benchmark. */
  traineeId: string | null
  /** Declared about this trainee and not ended. */
  conflicts: readonly { markerId: string; kind: ConflictKind }[]
  /** Who has another script of the same attempt, marked or not. */
  otherMarkerIds: readonly string[]
}

const BARS = ['own-work', 'supervisee', 'conflict', 'same-attempt'] as const
export type Bar = (typeof BARS)[number]

/** Why a script does not go to a marker, as whoever allocates reads it. */
export const barTexts: Record<Bar, string> = {
  'own-work': 'it is their own work',
  supervisee: 'they supervise whoever wrote it',
  conflict: 'they have a conflict of interest with whoever wrote it',
  'same-attempt': 'they mark the same answer already',
}

/**
 * Whether a person may mark a script, and the first reason why not: nobody marks their own work, that of somebody whom they
 * supervise or with whom they have a conflict of interest, or the same answer twice.
 */
export function mayMark(markerId: string, script: ScriptFacts): { may: true } | { may: false; bar: Bar } {
  const declared = script.conflicts.filter((conflict) => conflict.markerId === markerId)
  if (script.traineeId === markerId) return { may: false, bar: 'own-work' }
  if (declared.some(({ kind }) => kind === 'supervisee')) return { may: false, bar: 'supervisee' }
  if (declared.length > 0) return { may: false, bar: 'conflict' }
  if (script.otherMarkerIds.includes(markerId)) return { may: false, bar: 'same-attempt' }
  return { may: true }
}

export type Weighted = { markerId: string; weight: number }

/**
 * Shares `count` whole scripts among markers by their weights, by the method of largest remainders (Hamilton): each gets the
 * whole part of the exact share, and what is left goes one by one to the largest remainders. Equal remainders are decided by the
 * seed, the same for the same seed. Whoever has no weight gets none; where nobody has any, nothing is shared out.
 * @returns for each marker, in the order given, how many.
 */
export function shareOut(count: number, markers: readonly Weighted[], seed: string): Map<string, number> {
  const total = markers.reduce((sum, { weight }) => sum + weight, 0)
  const exact = markers.map(({ markerId, weight }) => ({
    markerId,
    share: total > 0 ? (count * weight) / total : 0,
  }))
  const shares = new Map(exact.map(({ markerId, share }) => [markerId, Math.floor(share)]))
  const left = total > 0 ? count - [...shares.values()].reduce((sum, share) => sum + share, 0) : 0
  const byRemainder = shuffled(exact, seed).sort((a, b) => (b.share % 1) - (a.share % 1))
  for (const { markerId } of byRemainder.slice(0, left)) shares.set(markerId, (shares.get(markerId) ?? 0) + 1)
  return shares
}

/** In an order that is random and the same for the same seed (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const random = seededRandom(seed)
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    const [there, here] = [order[chosen], order[last]]
    if (there === undefined || here === undefined) continue
    order[last] = there
    order[chosen] = here
  }
  return order
}
