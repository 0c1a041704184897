export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The mean; of nothing it is 0, so ask for it only where there is something. */
export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length)

/** The sum of squared distances from the mean. */
export function squaresAboutMean(values: readonly number[]): number {
  const centre = mean(values)
  return sum(values.map((value) => (value - centre) ** 2))
}

/** The standard deviation of a sample, with n - 1. */
export const standardDeviation = (values: readonly number[]): number =>
  values.length < 2 ? 0 : Math.sqrt(squaresAboutMean(values) / (values.length - 1))

/** The value below which lies the share `p` of the sorted values, with linear interpolation (Hyndman & Fan 1996, type 7). */
export function quantileOf(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
