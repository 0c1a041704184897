import { evaluatePathway } from '#app/domain/pathway/evaluate-pathway.ts'
import { readPathway } from '#tests/support/pathway/worked-cases.ts'
import { traineeWith } from './pathway-set.ts'

const SIZES = [15, 30, 60, 120, 240, 480] as const
const AT = '2026-06-30'
/** Whatever else the machine does makes a round slower and never faster: the best of them tells what the work costs. */
const ROUNDS = 12
const ROUND_MS = 100
const WARM_UP = 300

export type PathwayRow = { pieces: number; evaluationsPerSecond: number; ofSmallest: number }

/** How often a second, on one core, the practitioner's pathway is evaluated for trainees with ever more evidence. */
export function measurePathway(): PathwayRow[] {
  const pathway = readPathway('practitioner')
  const trainees = SIZES.map((pieces) => traineeWith(pieces))
  for (const facts of trainees) for (let time = 0; time < WARM_UP; time += 1) evaluatePathway(pathway, facts, AT)
  const best = SIZES.map(() => 0)
  for (let round = 0; round < ROUNDS; round += 1)
    trainees.forEach((facts, index) => {
      best[index] = Math.max(
        best[index] ?? 0,
        perSecond(() => evaluatePathway(pathway, facts, AT)),
      )
    })
  const [smallest = 1] = best
  return SIZES.map((pieces, index) => {
    const evaluationsPerSecond = best[index] ?? 0
    return { pieces, evaluationsPerSecond, ofSmallest: smallest / evaluationsPerSecond }
  })
}

/** By the processor time that it took, so that waiting for other processes is not counted. */
function perSecond(work: () => unknown): number {
  const start = performance.now()
  const before = process.cpuUsage()
  let count = 0
  while (performance.now() - start < ROUND_MS) {
    work()
    count += 1
  }
  const { user, system } = process.cpuUsage(before)
  return (count * 1_000_000) / (user + system)
}

export const pathwayTable = (rows: readonly PathwayRow[]) =>
  rows.map(({ pieces, evaluationsPerSecond, ofSmallest }) => ({
    'pieces of evidence': pieces,
    'evaluations/s': Math.round(evaluationsPerSecond),
    'of 15': `${ofSmallest.toFixed(2)}x`,
  }))

// Needs neither database nor server, so it can be run by itself: `npm run bench:pathway`.
if (import.meta.main) console.table(pathwayTable(measurePathway()))
