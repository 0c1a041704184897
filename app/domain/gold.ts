import { seededRandom } from './seeded-random.ts'

/**
 * Whether a benchmark is to be put among a marker's scripts after one that they have just locked, and which. One after a real
 * script with the probability s / (1 - s) makes the share s of all that the marker sees.
 * @param goldShare share of a marker's scripts that are benchmarks, 0..0.5.
 * @param seed tied to the script that was locked and unknown to its marker, who could foretell it otherwise.
 * @param unseen the benchmarks that could be put there, in any fixed order.
 */
export function drawGold<Benchmark>(goldShare: number, seed: string, unseen: readonly Benchmark[]): Benchmark | null {
  const random = seededRandom(`gold:${seed}`)
  if (random() >= goldShare / (1 - goldShare)) return null
  return unseen[Math.floor(random() * unseen.length)] ?? null
}
