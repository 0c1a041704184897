import type { OwnDrift } from '#app/features/marking/view-own-drift.server.ts'

const WIDTH = 640
const HEIGHT = 240
const LEFT = 28
const RIGHT = 12
const TOP = 12
const BOTTOM = 28
const LEVELS = [1, 2, 3, 4, 5, 6, 7]

const heightOf = (level: number) => TOP + ((7 - level) / 6) * (HEIGHT - TOP - BOTTOM)

type DriftChartProps = { marks: OwnDrift['marks']; means: readonly number[]; marksPerMean: number }

/** Every mark as a dot and the mean of each few as a line. The table below says the same in figures. */
export function DriftChart({ marks, means, marksPerMean }: DriftChartProps) {
  const across = (position: number) => LEFT + ((position - 0.5) / Math.max(10, marks.length)) * (WIDTH - LEFT - RIGHT)
  const middleOf = (group: number) =>
    (group * marksPerMean + 1 + Math.min(marks.length, (group + 1) * marksPerMean)) / 2
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="Levels by the order of marking" className="w-full">
      {LEVELS.map((level) => (
        <g key={level} className={level === 4 ? 'stroke-line-strong' : 'stroke-line'}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={heightOf(level)} y2={heightOf(level)} />
          <text
            x={LEFT - 10}
            y={heightOf(level) + 4}
            textAnchor="end"
            stroke="none"
            fontSize="12"
            className="fill-ink-muted"
          >
            {level}
          </text>
        </g>
      ))}
      {marks.map(({ position, score }) => (
        <circle
          key={position}
          cx={across(position)}
          cy={heightOf(score)}
          r="2.5"
          className="fill-ink-muted"
          opacity="0.55"
        />
      ))}
      <polyline
        points={means.map((mean, group) => `${across(middleOf(group))},${heightOf(mean)}`).join(' ')}
        fill="none"
        strokeWidth="2.5"
        className="stroke-primary"
      />
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end" fontSize="12" className="fill-ink-muted">
        Order of marking, first to last
      </text>
    </svg>
  )
}
