import type { NoFigure } from '../agreement/figure.ts'
import { inNumber } from '../wording.ts'

/** The panel's place of each option of an item, from 1; equal places are ties. Or what choosing each earns. */
export type RankKey = { mode: 'rank'; places: Record<string, number> }
export type ChooseKey = { mode: 'choose'; credits: Record<string, number> }
export type JudgementKey = RankKey | ChooseKey

type AskedItem = { id: string; options: readonly { id: string }[] }
export type AskedRank = AskedItem & { mode: 'rank' }
export type AskedChoice = AskedItem & { mode: 'choose'; choose: number }
export type AskedJudgement = { kind: 'situational-judgement'; items: readonly (AskedRank | AskedChoice)[] }

/** What was answered to one item: a place for each option, each place once; or the options that were chosen. */
export type Judged = { places: Record<string, number> } | { chosen: string[] }

export type JudgementItem = { id: string; credit: { value: number } | NoFigure }
export type JudgementScore = { items: JudgementItem[]; mean: { value: number } | NoFigure }

/** The mean of the items' credits, {@link rankCredit} and {@link choiceCredit}. */
export function scoreJudgement(
  keys: Readonly<Record<string, JudgementKey>>,
  answers: Readonly<Record<string, Judged>>,
): JudgementScore {
  const items = Object.entries(answers).map(([id, judged]) => ({ id, credit: creditOf(keys[id], judged) }))
  const credits = items.flatMap(({ credit }) => ('value' in credit ? [credit.value] : []))
  const mean =
    credits.length > 0 ? { value: credits.reduce((sum, credit) => sum + credit, 0) / credits.length } : NO_KEY
  return { items, mean }
}

function creditOf(key: JudgementKey | undefined, judged: Judged): JudgementItem['credit'] {
  if (key?.mode === 'rank' && 'places' in judged) return rankCredit(key.places, judged.places)
  if (key?.mode === 'choose' && 'chosen' in judged) return choiceCredit(key.credits, judged.chosen)
  return NO_KEY
}

const NO_KEY: NoFigure = { reason: 'A panel has not judged this yet, so it earns nothing and costs nothing.' }

/**
 * Credit for an order, by the squared distances of each option's place from the panel's (Spearman 1904):
 * (D_max - D) / (D_max - D_min), where D is the sum of (own place - panel's place)², D_min that of the order most like the panel's
 * and D_max that of its reverse. So the panel's order earns 1, its reverse 0, and options that the panel ties cost nothing in
 * either order. Without ties it is (1 + Spearman's rho) / 2.
 */
export function rankCredit(
  panel: Readonly<Record<string, number>>,
  own: Readonly<Record<string, number>>,
): { value: number } | NoFigure {
  const options = Object.keys(panel)
  const theirs = middlePlaces(options.map((id) => panel[id] ?? 0))
  const ours = middlePlaces(options.map((id) => own[id] ?? Number.POSITIVE_INFINITY))
  const ascending = (places: readonly number[]) => [...places].sort((a, b) => a - b)
  const least = squaredDistance(ascending(ours), ascending(theirs))
  const most = squaredDistance(ascending(ours).reverse(), ascending(theirs))
  if (most === least)
    return { reason: 'The panel put every option in the same place, so no order is better than another.' }
  return { value: (most - squaredDistance(ours, theirs)) / (most - least) }
}

/** Places as ranks from 1, in which tied ones share the middle of the places that they take up. */
function middlePlaces(places: readonly number[]): number[] {
  return places.map((place) => {
    const before = places.filter((other) => other < place).length
    const tied = places.filter((other) => other === place).length
    return before + (tied + 1) / 2
  })
}

const squaredDistance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, place, index) => sum + (place - (b[index] ?? 0)) ** 2, 0)

/** Credit for a choice: what the chosen options earn together, as a share of the most that as many options can earn. */
export function choiceCredit(
  credits: Readonly<Record<string, number>>,
  chosen: readonly string[],
): { value: number } | NoFigure {
  const best = Object.values(credits)
    .sort((a, b) => b - a)
    .slice(0, chosen.length)
    .reduce((sum, credit) => sum + credit, 0)
  if (best === 0) return { reason: 'No option of this item earns anything.' }
  return { value: chosen.reduce((sum, id) => sum + (credits[id] ?? 0), 0) / best }
}

/** What is wrong with an order, as a sentence; null when each place from 1 is given once. */
export function whyNoOrder({ options }: AskedRank, places: Readonly<Record<string, number>>): string | null {
  const given = options.map(({ id }) => places[id])
  const missing = given.filter((place) => place === undefined).length
  if (missing === options.length) return 'Give each option a place.'
  if (missing > 0)
    return inNumber(missing, { one: 'One option has no place yet.', other: '{n} options have no place yet.' })
  const double = given.find((place, index) => given.indexOf(place) !== index)
  return double === undefined ? null : `Place ${double} is given twice. Give each place to one option.`
}

/** What is wrong with a choice, as a sentence; null when it has as many as are asked for. */
export function whyNoChoice({ choose }: AskedChoice, chosen: readonly string[]): string | null {
  if (chosen.length === choose) return null
  if (chosen.length === 0) return inNumber(choose, { one: 'Choose one option.', other: 'Choose {n} options.' })
  return inNumber(
    choose,
    { one: 'Choose one option: you have chosen {chosen}.', other: 'Choose {n} options: you have chosen {chosen}.' },
    { chosen: chosen.length },
  )
}
