import { dividedShortfall, mergeShares, type Share } from './shared-supply.ts'

/** Something that treatments draw on together. */
export type Pool = { need: number; hoursEach: number; shares: readonly Share[] }

/** Which treatments a route could be made of. Candidates are numbered, in the order of their days. */
export type Choice = {
  slots: readonly {
    count: number
    candidates: readonly number[]
    /** Whether a treatment yet to be begun could serve each alternative of `among`. */
    newServes: readonly boolean[]
  }[]
  /** For each candidate, the hours that are missing of what it shares with no other. */
  ownHours: readonly number[]
  /** The same for a treatment yet to be begun. */
  newHours: number
  /** Every chosen treatment needs `need`, and no share is used twice. */
  divided: readonly Pool[]
  /** The chosen treatments need `need` as a whole. */
  together: readonly Pool[]
  /** Of the chosen treatments, so many have to serve one of these alternatives. */
  among: readonly { atLeast: number; servedBy: readonly boolean[] }[]
}

/** For each slot, in order, the candidate, or nothing for a treatment yet to be begun. */
export type Chosen = { treatments: readonly (number | undefined)[]; hours: number }

/** Differences below this are none. */
const HAIR = 1e-9

/**
 * The treatments that leave the least to do, what is yet to be begun included. Branch and bound: exact, and fast because what is
 * missing for a part of a choice is never more than for the whole of it. Among equal choices the one that comes first in the order
 * of what the candidates lack, then of their days.
 */
export function chooseTreatments(choice: Choice): Chosen | undefined {
  return new Search(choice).best
}

type Slot = { count: number; order: readonly number[]; leastOwn: number; newServes: readonly boolean[] }

class Search {
  best: Chosen | undefined
  readonly #choice: Choice
  readonly #divided: readonly Pool[]
  readonly #together: readonly Pool[]
  readonly #newTotal: number
  readonly #soloHours: readonly number[]
  readonly #slots: readonly Slot[]
  /** All that there is of each divided pool. */
  readonly #supplies: readonly number[]
  /** Each slot of the route, one after the other, by the number of its kind. */
  readonly #places: readonly number[]

  constructor(choice: Choice) {
    const merged = (pools: readonly Pool[]) => pools.map((pool) => ({ ...pool, shares: mergeShares(pool.shares) }))
    this.#choice = choice
    this.#divided = merged(choice.divided)
    this.#together = merged(choice.together)
    this.#newTotal = this.#divided.reduce((sum, { need, hoursEach }) => sum + need * hoursEach, choice.newHours)
    this.#soloHours = choice.ownHours.map((hours, candidate) => hours + this.#dividedHours([candidate]))
    const solo = (candidate: number) => this.#soloHours[candidate] ?? 0
    this.#slots = choice.slots.map(({ count, candidates, newServes }) => {
      const leastOwn = Math.min(choice.newHours, ...candidates.map((candidate) => choice.ownHours[candidate] ?? 0))
      return { count, newServes, leastOwn, order: candidates.toSorted((a, b) => solo(a) - solo(b) || a - b) }
    })
    this.#supplies = this.#divided.map(({ shares }) => shares.reduce((all, { amount }) => all + amount, 0))
    this.#places = this.#slots.flatMap(({ count }, slot) => new Array<number>(count).fill(slot))
    this.#extend([], -1)
  }

  /** Tries everything that can stand at the next place, the most promising first. */
  #extend(treatments: readonly (number | undefined)[], lastOfSlot: number): void {
    const slotIndex = this.#places[treatments.length]
    if (slotIndex === undefined) {
      const hours = this.#hoursOf(treatments)
      if (!this.best || hours < this.best.hours - HAIR) this.best = { treatments, hours }
      return
    }
    const isFirstOfSlot = this.#places[treatments.length - 1] !== slotIndex
    // Within a slot the candidates stand in order: every set of them is tried once.
    const from = isFirstOfSlot ? 0 : lastOfSlot + 1
    const order = this.#slots[slotIndex]?.order ?? []
    for (let place = from; place <= order.length; place += 1) {
      const candidate = order[place]
      if (candidate !== undefined && treatments.includes(candidate)) continue
      const longer = [...treatments, candidate]
      const next = candidate === undefined ? order.length - 1 : place
      if (this.best && this.#atLeastHours(longer, next) >= this.best.hours - HAIR) continue
      if (this.#canServe(longer)) this.#extend(longer, next)
    }
  }

  #hoursOf(treatments: readonly (number | undefined)[]): number {
    const begun = treatments.filter((treatment) => treatment !== undefined)
    const own = begun.reduce((sum, candidate) => sum + (this.#choice.ownHours[candidate] ?? 0), 0)
    const others = (treatments.length - begun.length) * this.#newTotal
    return own + others + this.#dividedHours(begun) + this.#togetherHours(begun)
  }

  #dividedHours(begun: readonly number[]): number {
    return this.#divided.reduce(
      (sum, { shares, need, hoursEach }) => sum + hoursEach * dividedShortfall(shares, begun, need),
      0,
    )
  }

  #togetherHours(begun: readonly number[]): number {
    return this.#together.reduce((sum, { shares, need, hoursEach }) => {
      const have = shares.reduce((all, { members, amount }) => {
        return all + (members.some((member) => begun.includes(member)) ? amount : 0)
      }, 0)
      return sum + hoursEach * Math.max(0, need - have)
    }, 0)
  }

  /** No way of going on from here has less to do than this. */
  #atLeastHours(treatments: readonly (number | undefined)[], lastOfSlot: number): number {
    const begun = treatments.filter((treatment) => treatment !== undefined)
    const notBegun = treatments.length - begun.length
    const own = begun.reduce((sum, candidate) => sum + (this.#choice.ownHours[candidate] ?? 0), 0)
    const known = own + notBegun * this.#newTotal
    const bySolo = this.#dividedHours(begun) + this.#leastSolo(treatments.length, lastOfSlot)
    const bySupply = this.#leastOwn(treatments.length) + this.#shortOfAll(this.#places.length - notBegun)
    return known + Math.max(bySolo, bySupply)
  }

  /** The least that the places still open could lack, each by itself: in the order of a slot nothing that follows lacks less. */
  #leastSolo(filled: number, lastOfSlot: number): number {
    let sum = 0
    let next = lastOfSlot + 1
    for (let index = filled; index < this.#places.length; index += 1) {
      const slot = this.#places[index] ?? 0
      if (slot !== this.#places[index - 1]) next = 0
      const candidate = this.#slots[slot]?.order[next]
      sum += Math.min(this.#newTotal, candidate === undefined ? this.#newTotal : (this.#soloHours[candidate] ?? 0))
      next += 1
    }
    return sum
  }

  /** The same of what treatments share with no other. */
  #leastOwn(filled: number): number {
    return this.#places.slice(filled).reduce((sum, slot) => sum + (this.#slots[slot]?.leastOwn ?? 0), 0)
  }

  /** However they are chosen, so many treatments cannot use more than all that there is. */
  #shortOfAll(treatments: number): number {
    return this.#divided.reduce((sum, { need, hoursEach }, pool) => {
      return sum + hoursEach * Math.max(0, need * treatments - (this.#supplies[pool] ?? 0))
    }, 0)
  }

  /** Whether enough of the treatments can still serve one of the alternatives. */
  #canServe(treatments: readonly (number | undefined)[]): boolean {
    const { among } = this.#choice
    if (among.length === 0) return true
    return among.some(({ atLeast, servedBy }, alternative) => {
      const newServes = (index: number) => this.#slots[this.#places[index] ?? 0]?.newServes[alternative] ?? false
      const serving = this.#places.filter((_, index) => {
        const treatment = treatments[index]
        return treatment === undefined ? newServes(index) : servedBy[treatment]
      })
      return serving.length >= atLeast
    })
  }
}
