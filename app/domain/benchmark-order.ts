/** What decides which benchmark a marker practises on next. */
export type BenchmarkForPractice = {
  slug: string
  isBorderline: boolean
  /** How often this marker has marked it, also unseen among real scripts. */
  timesMarked: number
  lastMarkedAt: Date | null
  /** It stands unseen among the marker's scripts at this moment. */
  isHidden: boolean
}

/**
 * The benchmarks that may be marked now, the next one first: none a second time before all have been marked once; of new ones the
 * borderline first, as they teach most; of known ones the one that was longest ago. One that stands unseen among the marker's
 * scripts is left out, or it would give itself away.
 * @param benchmarks of one rubric, in the order of the catalogue.
 */
export function benchmarksToPractise<Benchmark extends BenchmarkForPractice>(
  benchmarks: readonly Benchmark[],
): Benchmark[] {
  const free = benchmarks.filter(({ isHidden }) => !isHidden)
  const round = Math.min(...free.map(({ timesMarked }) => timesMarked))
  return free
    .filter(({ timesMarked }) => timesMarked === round)
    .toSorted(
      (a, b) =>
        (a.lastMarkedAt?.getTime() ?? 0) - (b.lastMarkedAt?.getTime() ?? 0) ||
        Number(b.isBorderline) - Number(a.isBorderline),
    )
}

/** What a draft of a benchmark's mark stands under: the benchmark, and how often it had been marked before. */
export const practiceSubject = ({ slug, round }: Practice): string => `${slug}.${round}`

/** Reads what `practiceSubject` wrote; of anything else the round is -1, which is never open. */
export function readPracticeSubject(subject: string): Practice {
  const [slug = '', round = ''] = subject.split('.')
  return { slug, round: /^\d{1,6}$/.test(round) ? Number(round) : -1 }
}

/** One turn of a benchmark. What a window sends twice, or late, is of a turn that is over, and makes no second mark. */
export type Practice = { slug: string; round: number }

/** The benchmark, where this turn of it is open. */
export const openPractice = <Benchmark extends BenchmarkForPractice>(
  benchmarks: readonly Benchmark[],
  { slug, round }: Practice,
): Benchmark | undefined =>
  benchmarksToPractise(benchmarks).find((one) => one.slug === slug && one.timesMarked === round)
