import { seededRandom } from '../seeded-random.ts'

/** Fisher–Yates with a generator that is seeded by text: every order can come up, and the same seed gives the same one. */
export function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  const random = seededRandom(seed)
  const rest = [...items]
  const shuffled: Item[] = []
  while (rest.length > 0) shuffled.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return shuffled
}

/**
 * Steps to be put in order as a reader sees them: shuffled, the same way each time for one seed, and never into their right order.
 * @param steps in their right order.
 * @param seed e.g. enrolment id and question id.
 */
export function shuffleSteps<Step>(steps: readonly Step[], seed: string): Step[] {
  const shuffled = shuffle(steps, seed)
  const isSolved = shuffled.every((step, index) => step === steps[index])
  return isSolved ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled
}
