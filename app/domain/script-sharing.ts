import { type Bar, mayMark, type ScriptFacts, shareOut, shuffled, type Weighted } from './allocation.ts'

/** A script that waits for anybody; `attemptId` is what two scripts of one answer have in common. */
export type SharedScript = ScriptFacts & { id: string; attemptId: string | null }

export type Sharing = {
  given: { scriptId: string; markerId: string }[]
  /** Scripts that none of these markers may mark. They go on waiting for anybody. */
  left: string[]
  /** For each marker, how many scripts were passed over, by the reason. */
  barred: Map<string, Map<Bar, number>>
}

type Candidate = SharedScript & { open: string[] }

type Wish = {
  markers: readonly Weighted[]
  /** At most so many scripts, chosen by chance; all of them when absent. */
  most?: number | undefined
  seed: string
}

/**
 * Shares scripts among markers by weight. A script never goes to somebody who may not mark it: it goes to another whose share is
 * not full yet, or, where there is none, to whoever may and has the fewest beyond their share. Those with the fewest possible
 * markers come first, so that the shares come out as even as they can. The same seed gives the same sharing.
 */
export function shareScripts(scripts: readonly SharedScript[], { markers, most, seed }: Wish): Sharing {
  const sharing: Sharing = { given: [], left: [], barred: new Map() }
  const all = shuffled(scripts, seed).map((script) => ({ ...script, open: openMarkers(script, markers, sharing) }))
  sharing.left = all.filter(({ open }) => open.length === 0).map(({ id }) => id)
  const candidates = all.filter(({ open }) => open.length > 0).slice(0, most)
  const remaining = shareOut(candidates.length, markers, seed)
  const takenBy = new Map<string, Set<string>>()
  for (const script of candidates.sort((a, b) => a.open.length - b.open.length)) {
    const markerId = choose(script, remaining, takenBy)
    if (!markerId) {
      sharing.left.push(script.id)
      continue
    }
    sharing.given.push({ scriptId: script.id, markerId })
    remaining.set(markerId, (remaining.get(markerId) ?? 0) - 1)
    if (script.attemptId) takenBy.set(script.attemptId, (takenBy.get(script.attemptId) ?? new Set()).add(markerId))
  }
  return sharing
}

/** Who of these may mark the script; whoever may not is counted. */
function openMarkers(script: SharedScript, markers: readonly Weighted[], { barred }: Sharing): string[] {
  return markers.flatMap(({ markerId, weight }) => {
    const answer = mayMark(markerId, script)
    if (answer.may) return weight > 0 ? [markerId] : []
    const counts = barred.get(markerId) ?? new Map<Bar, number>()
    barred.set(markerId, counts.set(answer.bar, (counts.get(answer.bar) ?? 0) + 1))
    return []
  })
}

/** Of those who may and were not given another script of the same answer, whoever has most of their share left. */
function choose(
  { open, attemptId }: Candidate,
  remaining: ReadonlyMap<string, number>,
  takenBy: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const taken = attemptId ? takenBy.get(attemptId) : undefined
  const free = open.filter((markerId) => !taken?.has(markerId))
  const left = (markerId: string) => remaining.get(markerId) ?? 0
  return free.reduce<string | undefined>(
    (best, markerId) => (best === undefined || left(markerId) > left(best) ? markerId : best),
    undefined,
  )
}
