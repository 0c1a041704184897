import type { ReactNode } from 'react'

export type IntervalRow = {
  key: string
  label: ReactNode
  /** What the row says in words, beside the picture. */
  words: ReactNode
  /** One point, or several without an interval; nothing is drawn where there is no figure. */
  points: readonly number[]
  low?: number
  high?: number
}

type IntervalChartProps = {
  rows: readonly IntervalRow[]
  /** The ends of the axis; what lies beyond is drawn at its end. */
  domain: readonly [number, number]
  ticks: readonly number[]
  /** Values at which something changes, drawn through all rows. */
  references?: readonly number[]
}

/** Points with their intervals, one row each, on one axis. Everything is also said in words; the drawing is for the eye. */
export function IntervalChart({ rows, domain, ticks, references = [] }: IntervalChartProps) {
  return (
    <div className="interval-chart">
      <ul>
        {rows.map(({ key, label, words, ...drawn }) => (
          <li key={key}>
            <span className="label">{label}</span>
            <Interval {...drawn} domain={domain} ticks={ticks} references={references} />
            <span className="words">{words}</span>
          </li>
        ))}
      </ul>
      <svg aria-hidden="true" className="axis" width="100%" height="20">
        {ticks.map((tick) => (
          <text key={tick} x={along(tick, domain)} y="14" textAnchor="middle" fill="currentColor">
            {String(tick).replace('-', '−')}
          </text>
        ))}
      </svg>
    </div>
  )
}

type Drawn = Pick<IntervalRow, 'points' | 'low' | 'high'> & Required<Omit<IntervalChartProps, 'rows'>>

/** Without a view box, so that percentages follow the width and dots stay round. */
function Interval({ points, low, high, domain, ticks, references }: Drawn) {
  const vertical = (at: number, look: string) => (
    <line key={`${look} ${at}`} className={look} x1={along(at, domain)} x2={along(at, domain)} y1="0" y2="100%" />
  )
  return (
    <svg aria-hidden="true" width="100%" height="28" stroke="currentColor">
      {ticks.map((tick) => vertical(tick, 'tick'))}
      {references.map((at) => vertical(at, 'reference'))}
      {low !== undefined && high !== undefined && (
        <line className="interval" x1={along(low, domain)} x2={along(high, domain)} y1="50%" y2="50%" />
      )}
      {points.map((point) => (
        <circle key={point} className="point" cx={along(point, domain)} cy="50%" r="5" fill="currentColor" />
      ))}
    </svg>
  )
}

/** How far along the axis a value lies, in per cent. */
function along(value: number, [from, to]: readonly [number, number]): string {
  const share = (Math.max(from, Math.min(to, value)) - from) / (to - from)
  return `${(share * 100).toFixed(2)}%`
}
