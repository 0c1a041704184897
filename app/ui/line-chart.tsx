type LineChartProps = {
  /** In order, at equal distances. */
  values: readonly number[]
  domain: readonly [number, number]
  /** A value drawn through as a line. */
  reference?: number
}

/** A small line of a few values, without an axis of its own: what it shows has to be said in words beside it. */
export function LineChart({ values, domain, reference }: LineChartProps) {
  const points = values.map((value, index) => ({ x: across(index, values.length), y: up(value, domain), index }))
  return (
    <svg aria-hidden="true" className="line-chart" width="100%" height="72" stroke="currentColor">
      {domain.map((end) => (
        <line key={end} className="tick" x1="0" x2="100%" y1={up(end, domain)} y2={up(end, domain)} />
      ))}
      {reference !== undefined && (
        <line className="reference" x1="0" x2="100%" y1={up(reference, domain)} y2={up(reference, domain)} />
      )}
      {points.slice(1).map(({ x, y, index }) => (
        <line key={index} className="interval" x1={points[index - 1]?.x} y1={points[index - 1]?.y} x2={x} y2={y} />
      ))}
      {points.map(({ x, y, index }) => (
        <circle key={index} className="point" cx={x} cy={y} r="3.5" fill="currentColor" />
      ))}
    </svg>
  )
}

const across = (index: number, count: number) => `${(count === 1 ? 50 : 3 + (94 * index) / (count - 1)).toFixed(2)}%`

/** From 8 % at the top to 92 % at the bottom, so that no dot is cut. */
const up = (value: number, [from, to]: readonly [number, number]) =>
  `${(92 - (84 * (value - from)) / (to - from)).toFixed(2)}%`
