import type { Rating } from '#app/domain/agreement/rating.ts'
import { expectMark } from '#app/domain/agreement/rating-scale.ts'
import { seededRandom } from '#app/domain/seeded-random.ts'

export const THRESHOLDS = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]

/** Marks on levels 1 to 7 by the rating scale model, each script marked by two markers drawn at random. */
export function simulateMarks(given: {
  scripts: number
  severities: readonly number[]
  difficulties: readonly number[]
  seed: string
}): Rating[] {
  const random = seededRandom(given.seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Array.from({ length: given.scripts }, (_, script) => {
    const ability = 0.5 + 1.2 * normal()
    return twoOf(given.severities.length, random).flatMap((marker) =>
      given.difficulties.map((difficulty, criterion) => ({
        unit: `script ${script}`,
        rater: `marker ${marker}`,
        criterion: `criterion ${criterion}`,
        score: 1 + draw(expectMark(ability - (given.severities[marker] ?? 0) - difficulty, THRESHOLDS).shares, random),
      })),
    )
  }).flat()
}

function twoOf(count: number, random: () => number): [number, number] {
  const first = Math.floor(random() * count)
  return [first, (first + 1 + Math.floor(random() * (count - 1))) % count]
}

function draw(shares: readonly number[], random: () => number): number {
  let rest = random()
  const category = shares.findIndex((share) => {
    rest -= share
    return rest < 0
  })
  return category < 0 ? shares.length - 1 : category
}
