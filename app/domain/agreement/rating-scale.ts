/** What the rating scale model expects of one mark. Categories count from 0. */
export type Expectation = {
  /** The mean category, and its variance. */
  mean: number
  variance: number
  /** The probability of each category. */
  shares: number[]
  /** For each threshold k, the probability of reaching category k or more. */
  reached: number[]
}

/**
 * Andrich's rating scale model (1978): the log odds of category k against k - 1 are `place` minus the k-th threshold.
 * @param place how far the script stands above marker and criterion, in logits.
 */
export function expectMark(place: number, thresholds: readonly number[]): Expectation {
  const logits = [0]
  for (const threshold of thresholds) logits.push((logits.at(-1) ?? 0) + place - threshold)
  const highest = Math.max(...logits)
  const weights = logits.map((logit) => Math.exp(logit - highest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => weight / total)
  let [mean, square] = [0, 0]
  shares.forEach((share, category) => {
    mean += share * category
    square += share * category ** 2
  })
  const reached = thresholds.map(() => 0)
  for (let k = thresholds.length, above = 0; k > 0; k--) {
    above += shares[k] ?? 0
    reached[k - 1] = above
  }
  return { mean, variance: square - mean ** 2, shares, reached }
}

/** Only the mean category and its variance, for where they are asked for a hundred thousand times: it makes no lists. */
export function momentsOfMark(place: number, thresholds: readonly number[]): { mean: number; variance: number } {
  let [logit, highest] = [0, 0]
  for (const threshold of thresholds) {
    logit += place - threshold
    if (logit > highest) highest = logit
  }
  logit = 0
  let total = Math.exp(-highest)
  let [mean, square, category] = [0, 0, 0]
  for (const threshold of thresholds) {
    logit += place - threshold
    category += 1
    const weight = Math.exp(logit - highest)
    total += weight
    mean += weight * category
    square += weight * category * category
  }
  mean /= total
  return { mean, variance: square / total - mean * mean }
}
