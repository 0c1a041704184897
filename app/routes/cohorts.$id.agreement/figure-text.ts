import type { Figure } from '#app/domain/agreement/figure.ts'
import type { ShownFigures } from '#app/domain/agreement/shown-figures.ts'

/** `0.62`, `−0.10`, and `0.00` without a sign. */
export const decimal = (value: number, digits = 2): string =>
  value
    .toFixed(digits)
    .replace(/^-(?=[0.]*$)/, '')
    .replace('-', '−')

export const percent = (share: number): string => `${Math.round(share * 100)} %`

type Interval = { value: number; low: number; high: number }

/** `0.62 (0.41 to 0.78)`. */
export const intervalText = ({ value, low, high }: Interval, digits = 2): string =>
  `${decimal(value, digits)} (${decimal(low, digits)} to ${decimal(high, digits)})`

/** The figure, or why there is none. */
export const figureText = (figure: Figure): string => ('reason' in figure ? figure.reason : intervalText(figure))

export const percentText = (figure: Figure): string =>
  'reason' in figure
    ? figure.reason
    : `${percent(figure.value)} (${Math.round(figure.low * 100)} to ${Math.round(figure.high * 100)})`

/** The intraclass correlation that this design allows, by its name. */
export function reliabilityOf({ statistics, icc }: ShownFigures): { name: string; figure: Figure } {
  const isCrossed = statistics.some(({ statistic, isAllowed }) => statistic === 'icc-agreement' && isAllowed)
  const name = isCrossed ? 'ICC(2,1)' : 'ICC(1,1)'
  return { name, figure: icc[name] }
}

export const isAllowed = ({ statistics }: ShownFigures, named: string): boolean =>
  statistics.some((allowance) => allowance.statistic === named && allowance.isAllowed)
