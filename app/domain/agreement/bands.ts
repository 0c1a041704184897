/** Koo & Li 2016: words for an intraclass correlation. They are read off the interval, since the value alone says more than is known. */
const BANDS = [
  { name: 'poor', below: 0.5 },
  { name: 'moderate', below: 0.75 },
  { name: 'good', below: 0.9 },
] as const

export type Band = (typeof BANDS)[number]['name'] | 'excellent'

const bandOf = (value: number): Band => BANDS.find(({ below }) => value < below)?.name ?? 'excellent'

/** E.g. `moderate to good`, from the two ends of a 95 % interval; one word where both ends lie in one band. */
export function bandText({ low, high }: { low: number; high: number }): string {
  const [from, to] = [bandOf(low), bandOf(high)]
  return from === to ? from : `${from} to ${to}`
}

/** Krippendorff's own limits for alpha: the whole interval must lie above. */
export function alphaText({ low }: { low: number }): string {
  if (low >= 0.8) return 'reliable'
  return low >= 0.667 ? 'tentative conclusions only' : 'not shown to be reliable'
}
