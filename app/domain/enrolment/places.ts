import type { Day } from '../portfolio/entry.ts'

/** How full a cohort is at one moment. */
export type PlaceFacts = {
  /** Null where as many are taken as come. */
  places: number | null
  trainees: number
  /** Places that are kept for somebody until a moment that has not passed. */
  kept: number
}

/** How many more it takes; null where there is no limit. Never below nothing, also where the number was lowered since. */
export const freePlaces = ({ places, trainees, kept }: PlaceFacts): number | null =>
  places === null ? null : Math.max(0, places - trainees - kept)

/** Somebody on the list. Whoever holds an offer has `offerUntil`. */
export type Waiting = { userId: string; since: Date; offerUntil: Date | null }

export type PlaceSteps = {
  /** Whose offer has run out: they leave the list. */
  lapsed: string[]
  /** To whom places are offered now, in the order of the list. */
  offered: string[]
}

/**
 * What has to happen on a waiting list now: offers that ran out end, and each free place is offered to whoever waits the longest.
 * @param facts `kept` is counted here, from the list.
 */
export function placeSteps(facts: Omit<PlaceFacts, 'kept'>, list: readonly Waiting[], now: Date): PlaceSteps {
  const isLapsed = ({ offerUntil }: Waiting) => offerUntil !== null && offerUntil <= now
  const kept = list.filter((one) => one.offerUntil !== null && !isLapsed(one)).length
  const inLine = list.filter(({ offerUntil }) => offerUntil === null).toSorted(byTurn)
  const free = freePlaces({ ...facts, kept }) ?? inLine.length
  return {
    lapsed: list.filter(isLapsed).map(({ userId }) => userId),
    offered: inLine.slice(0, free).map(({ userId }) => userId),
  }
}

const byTurn = (a: Waiting, b: Waiting) => a.since.getTime() - b.since.getTime() || (a.userId < b.userId ? -1 : 1)

/** Whether people may join by themselves on a day. `joinUntil` absent: from the first day on. */
export const isJoinable = (
  { joinFrom, joinUntil }: { joinFrom: Day | null; joinUntil: Day | null },
  today: Day,
): boolean => joinFrom !== null && joinFrom <= today && (joinUntil === null || today <= joinUntil)
